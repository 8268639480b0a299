//! Sorts of store that rules of several packages have to know.

/// Holds only what can be made again from elsewhere, such as copies, sessions and indexes: losing it costs time, not data.
type Rebuildable: store "Can be made again"

/// Copies from which other stores are brought back: while those are there, losing it costs no data.
type BackupStore: store "Backup store" { icon = "archive" }

/// Works with what it holds, and gives it to nobody: keys that encrypt and sign where they lie.
type KeepsInside: store "Gives nothing out"

/// Source code with its whole history. Whoever may read it has a copy of all of it, and what was once in it stays in it.
type CodeRepository: store "Source repository" { icon = "repository" }

/// Messages that wait for a worker.
type Queue: store "Queue" { icon = "queue" }

/// Messages that stay, for many readers.
type EventStream: Queue "Event stream" { icon = "stream" }

/// Made to be asked by programs in users' hands: it knows each user, and decides by rules of its own what they may read and write.
type ServesClients: store "Serves client programs itself"
