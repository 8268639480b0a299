//! Two sorts of store that rules about loss have to know.

/// Holds only what can be made again from elsewhere, such as copies, sessions and indexes: losing it costs time, not data.
type Rebuildable: store "Can be made again"
