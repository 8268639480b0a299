//! The measure of noise: what the package says about a small app of which little is written.
use std.web

test "an app, its server and its files: only questions" {
  data Token: Credentials { confidentiality = High }
  data Note { confidentiality = Moderate }
  boundary outside: Internet {
    actor alice: User
    boundary phone: UserDevice {
      process app: MobileApp
      store keys: DeviceKeystore { holds = Token }
      store notes: AppStorage { holds = Note }
    }
  }
  boundary inside: PrivateNetwork {
    process api: WebService
  }
  flow tap: alice -> app { sends = Note, receives = Note }
  flow keep: app -> keys { sends = Token }
  flow save: app -> notes { sends = Note }
  flow call: app -> api over Https { sends = [Token, Note] }
  expect possible UnpinnedConnection on app
  expect possible OldVersions on app
  expect no CopiedApp on app
  expect no CopiedIntoBackup on app
  expect no SeenOnScreen on app
  expect no DebuggableRelease on app
  expect no BroadPermissions on app
  expect no HomeMadeCryptography on app
  expect no SessionBesideKeystore on keys
  expect no ReadableByOtherApps on notes
  expect inherent(app) == VeryLow and inherent(keys) == VeryLow and inherent(notes) == VeryLow
}
