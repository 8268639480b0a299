//! The app as a program: what fires, what stays silent.
use std.web

test "whom the app believes" {
  data Token: Credentials
  data Forecast { confidentiality = VeryLow }
  process loose: MobileApp { pinned = false }
  process strict: MobileApp { apply CertificatePinning }
  process quiet: MobileApp
  process weather: MobileApp { pinned = false }
  process api: WebService
  flow a: loose -> api over Https { sends = Token }
  flow b: strict -> api over Https { sends = Token }
  flow c: quiet -> api over Https { sends = Token }
  flow d: weather -> api over Https { receives = Forecast }
  expect UnpinnedConnection on loose
  expect no UnpinnedConnection on strict
  expect possible UnpinnedConnection on quiet
  expect no UnpinnedConnection on weather
}

test "copies and old versions" {
  data Payment { confidentiality = High, integrity = High }
  data Like { confidentiality = VeryLow, integrity = VeryLow }
  process loose: MobileApp { attested = false, forced_updates = false }
  process strict: MobileApp { apply [AppAttestation, ForcedUpdates] }
  process quiet: MobileApp
  process toy: MobileApp { attested = false, forced_updates = false }
  process api: WebService
  flow a: loose -> api over Https { sends = Payment }
  flow b: strict -> api over Https { sends = Payment }
  flow c: quiet -> api over Https { sends = Payment }
  flow d: toy -> api over Https { sends = Like }
  expect CopiedApp on loose
  expect OldVersions on loose
  expect no CopiedApp on strict
  expect no OldVersions on strict
  expect possible CopiedApp on quiet
  expect possible OldVersions on quiet
  expect no CopiedApp on toy
  expect no OldVersions on toy
}

test "what is stated of the program" {
  process loose: MobileApp { debuggable = true, broad_permissions = true, own_cryptography = true }
  process strict: MobileApp {
    debuggable = false,
    broad_permissions = false,
    own_cryptography = false
  }
  process quiet: MobileApp
  expect DebuggableRelease on loose
  expect BroadPermissions on loose
  expect HomeMadeCryptography on loose
  expect no DebuggableRelease on strict
  expect no BroadPermissions on strict
  expect no HomeMadeCryptography on strict
  expect no DebuggableRelease on quiet
  expect no BroadPermissions on quiet
  expect no HomeMadeCryptography on quiet
}
