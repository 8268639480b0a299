//! Controls inside apps.
use std.web

/// The app knows the keys of its servers and refuses others, whatever the device trusts.
control CertificatePinning: MobileApp "Known server keys only" {
  strength = 80%
  pinned = true
  satisfies = [
    "NIST-800-53 SC-23(5)",
    "NIST-800-53 SC-8(1)",
    "ISO-27001 A.8.24",
    "SOC-2 CC6.7",
    "CIS-8.1 3.10",
    "NIST-CSF-2.0 PR.DS-02"
  ]
}

/// The platform vouches for app and device, and the server checks it where it matters.
control AppAttestation: MobileApp "App and device vouched for" {
  strength = 70%
  attested = true
  satisfies = ["NIST-800-53 SI-7(15)", "NIST-800-53 IA-3", "SOC-2 CC6.8"]
}

/// Names are scrambled, checks scattered, debuggers noticed: reading the app takes weeks instead of hours.
control Obfuscation: ClientApp "Hardened program" {
  strength = 25%
}

/// Local unlocking sets a key in the device's hardware free, and without that key there is nothing to see.
control KeyBoundUnlock: UnlocksLocally "Unlocking frees a key" {
  strength = 90%
  bound_to_key = true
  satisfies = ["NIST-800-53 IA-5(2)", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// Links are bound to the app by a file on our own domain.
control VerifiedLinks: OpensFromLinks "Verified links" {
  strength = 90%
  links_verified = true
  satisfies = ["NIST-800-53 IA-9"]
}

/// Only what must be reachable is, and it asks who is calling.
control CheckedCallers: OffersComponents "Calling apps are checked" {
  strength = 85%
  callers_checked = true
  satisfies = ["NIST-800-53 AC-3", "ISO-27001 A.8.3", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-05"]
}

/// Pages inside the app are ours alone; links lead into the browser; scripts cannot call the app.
control ConfinedWebView: EmbedsWebView "Confined pages" {
  strength = 85%
  foreign_pages = false
  satisfies = ["NIST-800-53 SC-18", "ISO-27001 A.8.28", "NIST-SSDF-1.1 PW.5.1"]
}

/// Sensitive screens are blank in pictures, recordings and the list of open apps.
control HiddenScreens: MobileApp "Sensitive screens hidden" {
  strength = 75%
  screens_hidden = true
  satisfies = ["ISO-27001 A.8.12"]
}

/// Old versions are told to update, and the server refuses them.
control ForcedUpdates: MobileApp "Old versions refused" {
  strength = 80%
  forced_updates = true
  satisfies = [
    "NIST-800-53 SI-2",
    "NIST-800-53 CM-14",
    "ISO-27001 A.8.8",
    "SOC-2 CC7.1",
    "CIS-8.1 7.4",
    "NIST-CSF-2.0 PR.PS-02"
  ]
}

/// What lies there is encrypted with a key that never leaves the device's hardware.
control DeviceBoundStore: store "Bound to the device" {
  strength = 85%
  device_bound = true
  satisfies = [
    "NIST-800-53 SC-28(1)",
    "NIST-800-53 SC-28(3)",
    "ISO-27001 A.8.24",
    "NIST-CSF-2.0 PR.DS-01"
  ]
}

/// The app's files are marked so that backups and moves to other devices leave them out.
control KeptOutOfBackups: MobileApp "Kept out of backups" {
  strength = 85%
  backup_excluded = true
  satisfies = ["NIST-800-53 AC-4", "ISO-27001 A.8.12", "NIST-CSF-2.0 PR.DS-01"]
}

/// Screens that matter ignore touches that come through a window of another app.
control CoveredTouchesRefused: AndroidApp "Covered touches ignored" {
  strength = 85%
  covered_touches_refused = true
  satisfies = [
    "NIST-800-53 SI-10",
    "PCI-DSS-4.0.1 6.2.4",
    "ISO-27001 A.8.28",
    "NIST-SSDF-1.1 PW.5.1"
  ]
}

/// The build refuses to sign what a debugger could look into.
control ReleaseChecks: MobileApp "Releases without debugging" {
  strength = 90%
  debuggable = false
  satisfies = ["NIST-800-53 CM-7", "ISO-27001 A.8.9", "CIS-8.1 4.8", "NIST-CSF-2.0 PR.PS-01"]
}

/// The app asks for what the task at hand needs, when it needs it, and takes the narrower choice of the platform.
control FewPermissions: MobileApp "Few permissions" {
  strength = 75%
  broad_permissions = false
  satisfies = ["NIST-800-53 AC-6", "GDPR Art.25"]
}

/// Methods and keys come from the platform and its hardware; home-made code and built-in keys are gone.
control PlatformCryptography: MobileApp "Cryptography of the platform" {
  strength = 85%
  own_cryptography = false
  satisfies = ["NIST-800-53 SC-13", "ISO-27001 A.8.24", "NIST-CSF-2.0 PR.DS-02"]
}
