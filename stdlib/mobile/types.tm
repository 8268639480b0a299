//! Apps on phones: what they are, what they can do, and what is around them.
use std.web

extend MobileApp {
  /// It talks only to servers whose key or certificate it knows beforehand.
  pinned: Bool
  /// The server can tell this app, unchanged and on an unchanged device, from a copy.
  attested: Bool
  /// Its data stays out of backups and moves to other devices.
  backup_excluded: Bool
  /// Sensitive screens stay out of screenshots, recordings and the list of open apps.
  screens_hidden: Bool
  /// Versions with known holes are told to update, and refused.
  forced_updates: Bool
  /// What is in the shops can be looked into with a debugger.
  debuggable: Bool
  /// It asks for more of the device than its task needs: contacts, place, files, microphone.
  broad_permissions: Bool
  /// It encrypts with methods or code of its own making, or with a key that is inside it.
  own_cryptography: Bool
}

extend store {
  /// What lies there is useless on another device: a key in this one's hardware is needed to read it.
  device_bound: Bool
}

/// An app for Android.
type AndroidApp: MobileApp "Android app" {
  /// Touches that come through a window of another app are ignored.
  covered_touches_refused: Bool
}

/// An app for iPhones and iPads.
type IosApp: MobileApp "iOS app"

/// Code of someone else inside the app, with all the rights of the app.
type EmbeddedSdk: ClientApp "Library of someone else in the app" {
  icon = "plug",
  in_browser = false
}

/// Another app on the same device, made by anyone.
type OtherApp: ClientApp "Another app" { icon = "phone", in_browser = false }

/// Where apps are fetched from.
type AppStore: process "App store" { icon = "apps" }

/// Carries messages to devices, past our own servers.
type PushService: process "Push service" { icon = "bell" }

/// Keys and small secrets, guarded by the hardware of the device. A lost device gets new ones.
type DeviceKeystore: SecretStore + Rebuildable "Key store of the device" { icon = "key" }

/// Files and settings that only this app can read, as long as the device is whole.
type AppStorage: store "The app's own storage" { icon = "folder" }

/// Files that other apps can read, too.
type SharedStorage: store "Storage shared between apps" { icon = "folder" }

/// A device that the organisation sets up and can wipe.
type ManagedDevice: UserDevice "Managed device" { icon = "phone" }

/// Shows pages inside the app.
type EmbedsWebView: ClientApp "Shows pages inside the app" {
  /// Pages of others can come up in it.
  foreign_pages: Bool
  /// Scripts of the page can call functions of the app.
  script_bridge: Bool
}

/// Is opened by links, with what stands in them.
type OpensFromLinks: ClientApp "Opened by links" {
  /// The system has checked that the link's domain belongs to this app.
  links_verified: Bool
}

/// Lets other apps on the device start parts of it or send it messages.
type OffersComponents: ClientApp "Offers parts of itself to other apps" {
  /// It checks which app is calling, and what with.
  callers_checked: Bool
}

/// Opens with a finger, a face or a PIN.
type UnlocksLocally: ClientApp "Unlocked on the device" {
  /// The finger or face sets a key free without which nothing works.
  bound_to_key: Bool
}
