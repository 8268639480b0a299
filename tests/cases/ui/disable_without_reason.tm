// E0603: a threat disabled without a reason
use std.stride
disable std.stride.CleartextTransport
