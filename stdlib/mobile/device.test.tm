//! What lies on the device: what fires, what stays silent.
use std.web

test "shared storage" {
  data Receipt { confidentiality = Moderate }
  data Wallpaper { confidentiality = VeryLow }
  store downloads: SharedStorage { holds = Receipt }
  store pictures: SharedStorage { holds = Wallpaper }
  store own: AppStorage { holds = Receipt }
  store quiet: SharedStorage
  expect ReadableByOtherApps on downloads
  expect no ReadableByOtherApps on pictures
  expect no ReadableByOtherApps on own
  expect no ReadableByOtherApps on quiet
}

test "sessions on the device" {
  data Session: Credentials
  boundary phone: UserDevice {
    process app: MobileApp
    store plain: AppStorage { holds = Session, device_bound = false }
    store sealed: AppStorage { holds = Session, device_bound = true }
    store keys: DeviceKeystore { holds = Session }
    store quiet: AppStorage { holds = Session }
  }
  flow a: app -> plain { sends = Session }
  flow b: app -> sealed { sends = Session }
  flow c: app -> keys { sends = Session }
  flow d: app -> quiet { sends = Session }
  expect SessionBesideKeystore on plain
  expect no SessionBesideKeystore on sealed
  expect no SessionBesideKeystore on keys
  expect possible SessionBesideKeystore on quiet
}

test "backups of the device" {
  data Diary { confidentiality = High }
  data Score { confidentiality = Low }
  boundary phone: UserDevice {
    process app: MobileApp { backup_excluded = false }
    process strict: MobileApp { backup_excluded = true }
    process quiet: MobileApp
    process game: MobileApp { backup_excluded = false }
    store files: AppStorage
    store scores: AppStorage
  }
  flow a: app -> files { sends = Diary }
  flow b: strict -> files { sends = Diary }
  flow c: quiet -> files { sends = Diary }
  flow d: game -> scores { sends = Score }
  expect CopiedIntoBackup on app
  expect no CopiedIntoBackup on strict
  expect possible CopiedIntoBackup on quiet
  expect no CopiedIntoBackup on game
}

test "screens and touches" {
  data Balance { confidentiality = High }
  data Payment { integrity = High }
  data News { confidentiality = VeryLow, integrity = VeryLow }
  actor alice: User
  process bank: AndroidApp { screens_hidden = false, covered_touches_refused = false }
  process strict: AndroidApp { covered_touches_refused = true, apply HiddenScreens }
  process quiet: AndroidApp
  process reader: AndroidApp { screens_hidden = false, covered_touches_refused = false }
  process apple: IosApp { screens_hidden = false }
  flow a: alice -> bank { sends = Payment, receives = Balance }
  flow b: alice -> strict { sends = Payment, receives = Balance }
  flow c: alice -> quiet { sends = Payment, receives = Balance }
  flow d: alice -> reader { receives = News }
  flow e: alice -> apple { sends = Payment, receives = Balance }
  expect SeenOnScreen on bank
  expect CoveredTouch on bank
  expect no SeenOnScreen on strict
  expect no CoveredTouch on strict
  expect possible SeenOnScreen on quiet
  expect possible CoveredTouch on quiet
  expect no SeenOnScreen on reader
  expect no CoveredTouch on reader
  expect SeenOnScreen on apple
  expect no CoveredTouch on apple
}

test "fingers" {
  process flag: MobileApp + UnlocksLocally { bound_to_key = false }
  process bound: MobileApp + UnlocksLocally { apply KeyBoundUnlock }
  process quiet: MobileApp + UnlocksLocally
  process open: MobileApp
  expect UnlockWithoutKey on flag
  expect no UnlockWithoutKey on bound
  expect possible UnlockWithoutKey on quiet
  expect no UnlockWithoutKey on open
}
