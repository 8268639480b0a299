//! What the team wants to know and the standard library does not ask. It is as good as that library; nothing about either is special to the compiler.

use std.cicd

extend CiRunner {
  /// How long a job waits before it starts, in the median of a week.
  median_wait: Duration
}

/// More runners start when jobs wait.
control RunnerPool: CiRunner "Runners on demand" {
  strength = 80%
  cost = 4_000 EUR
}
