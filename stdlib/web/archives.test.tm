//! Archives: what fires, what stays silent.

test "entries that lead out" {
  actor alice: User
  process loose: UnpacksArchives { entries_confined = false }
  process firm: UnpacksArchives { entries_confined = true }
  process quiet: UnpacksArchives
  process other: AcceptsUploads
  process alone: UnpacksArchives { entries_confined = false }
  flow a: alice -> loose
  flow b: alice -> firm
  flow c: alice -> quiet
  flow d: alice -> other
  expect ArchiveEscapes on loose
  expect no ArchiveEscapes on firm
  expect possible ArchiveEscapes on quiet
  expect no ArchiveEscapes on other
  expect no ArchiveEscapes on alone
}

test "more than fits" {
  boundary outside: Internet {
    actor eve: Visitor
  }
  boundary inside: PrivateNetwork {
    process loose: UnpacksArchives { unpacking_limited = false }
    process firm: UnpacksArchives { unpacking_limited = true }
    process quiet: UnpacksArchives
    process job
    process copier: UnpacksArchives { unpacking_limited = false }
  }
  flow a: eve -> loose
  flow b: eve -> firm
  flow c: eve -> quiet
  flow d: job -> copier
  expect ArchiveBomb on loose
  expect no ArchiveBomb on firm
  expect possible ArchiveBomb on quiet
  expect ArchiveBomb on copier
  expect inherent(copier) < inherent(loose)
}
