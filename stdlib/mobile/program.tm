//! The app as a program in the hands of others.
use std.web

/// The device trusts a certificate that its owner, an employer or malware installed, and somebody in between reads and changes everything.
threat UnpinnedConnection: Stride.InformationDisclosure "Whoever the device trusts can listen" {
  on p: MobileApp
  when not p.pinned
  when exists f in p.outflows
    where (f.target is process
      and not on_one_machine(f)
      and known(f.data)
      and exists d in f.data where (d is Credentials or d.confidentiality >= High))
  likelihood = Low
  impact = High
  mitigated_by = [CertificatePinning, EndToEndEncryption(on = p.outflows)]
  references = ["CWE-295", "CAPEC-94", "T1638", "M5:2024", "MASVS-NETWORK-2"]
  message = "{p} believes every server that the device believes."
  detection = "Install a certificate of your own on a test device and read the app's traffic through a proxy."
  false_positives = "The platform's default already refuses certificates that were added by hand, and no more is asked for."
  remedy = "Know the keys of your servers beforehand, with a spare one, and plan how they change."
  fix "Know the keys" { p.pinned = true }
}

/// A changed copy of the app, or the real one on a device that somebody took over, talks to the server like the real one: it steals logins, or cheats.
threat CopiedApp: Stride.Tampering "A changed copy of the app" {
  on p: MobileApp
  when not p.attested
  when exists f in p.outflows
    where (f.target is process
      and not on_one_machine(f)
      and known(f.sends)
      and exists d in f.sends where (known(d.integrity) and d.integrity >= High))
  likelihood = Low
  impact = High
  mitigated_by = [AppAttestation, Obfuscation]
  references = [
    "CWE-353",
    "CAPEC-523",
    "T1655.001",
    "T1577",
    "M7:2024",
    "MASVS-RESILIENCE-1",
    "MASVS-RESILIENCE-2"
  ]
  message = "The server may not be able to tell {p} from a changed copy of it."
  detection = "Unpack the app, change one check and one host, sign it anew, and run it against a test system; run the real one on a rooted device."
  false_positives = "The server trusts nothing that the app says, and users get it from one managed shop only."
  remedy = "Let the platform vouch for app and device where money or identity moves, and decide on the server."
  fix "Let the platform vouch" { p.attested = true }
}

/// What is in the shops can be stopped, looked into and changed while it runs.
threat DebuggableRelease: Stride.Tampering "The published app can be debugged" {
  on p: MobileApp
  when known(p.debuggable) and p.debuggable
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [ReleaseChecks, HardenedBaseline(strength = 70%), Obfuscation]
  references = ["CWE-489", "CAPEC-190", "M8:2024", "MASVS-RESILIENCE-4"]
  message = "{p} can be looked into with a debugger as it is published."
  detection = "Take the app from the shop and attach a debugger on an unchanged device."
  false_positives = "Only testers get this build."
  remedy = "Let the build of a release fail when debugging, logging or test hosts are on."
  fix "Switch it off" { p.debuggable = false }
}

/// A hole was closed, and half of the users go on with the version that has it, for years.
threat OldVersions: Stride.ElevationOfPrivilege "Old versions live on" {
  on p: MobileApp
  when not p.forced_updates
  when exists f in p.outflows
    where (f.target is process
      and known(f.data)
      and exists d in f.data where (d is Credentials or d.confidentiality >= High))
  likelihood = Low
  impact = Moderate
  mitigated_by = [ForcedUpdates, Alerting(strength = 20%)]
  references = ["CWE-1395", "T1664", "M8:2024", "MASVS-CODE-1", "MASVS-CODE-2"]
  message = "Users of {p} may stay on versions with known holes."
  detection = "Install a version of two years ago and see whether it still works; ask how many use which."
  false_positives = "The devices are ours, and we update them."
  remedy = "Let the app ask at each start whether it is too old, and let the server refuse those that are."
  fix "Refuse old versions" { p.forced_updates = true }
}

/// The app may read more than its task needs. Whatever goes wrong in it, or in a library inside it, goes wrong with all of that.
threat BroadPermissions: Stride.InformationDisclosure "The app may read more than it needs" {
  on p: MobileApp
  when known(p.broad_permissions) and p.broad_permissions
  likelihood = Low
  impact = Moderate
  mitigated_by = [FewPermissions, LeastPrivilege, DataMinimization(strength = 30%)]
  references = ["CWE-250", "T1636", "M6:2024", "M8:2024", "MASVS-PRIVACY-1"]
  message = "{p} asks for more of the device than its task needs."
  detection = "Take each permission away in turn and see what stops working; look for who asks for it, the app or a library."
  false_positives = "Each permission is asked for at the moment of use, and can be refused."
  remedy = "Use the system's pickers instead of permissions, and drop what only a library wants."
  fix "Ask for less" { p.broad_permissions = false }
}

/// Code that only looks like encryption, or a key that every copy of the app carries, protects nothing from those who unpack it.
threat HomeMadeCryptography: Stride.InformationDisclosure "Encryption of one's own making" {
  on p: MobileApp
  when known(p.own_cryptography) and p.own_cryptography
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [PlatformCryptography, SecretsManagement(strength = 50%), CodeReview]
  references = ["CWE-327", "CWE-321", "CAPEC-97", "M10:2024", "MASVS-CRYPTO-1", "MASVS-CRYPTO-2"]
  message = "{p} encrypts with methods or keys that it carries along."
  detection = "Search the unpacked app for keys, fixed initial values and old algorithms; decrypt a stored value with what was found."
  false_positives = "It only scrambles what is public, to save space or confuse copiers."
  remedy = "Use the platform's cryptography with its defaults and let the device's key store make and keep the keys."
  fix "Use the platform's" { p.own_cryptography = false }
}
