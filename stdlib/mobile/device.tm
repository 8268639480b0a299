//! What lies on the device, and who else is on it.
use std.web

/// Every app with a common permission, and everyone with a cable, reads what lies there.
threat ReadableByOtherApps: Stride.InformationDisclosure "Other apps read it" {
  on s: SharedStorage
  when known(s.holds)
    and exists d in s.holds where (d is Credentials or d is Secret or d.confidentiality >= Moderate)
  likelihood = Moderate
  impact = if exists d in s.holds where (d is Credentials or d is Secret) then High
    else max(s.holds.confidentiality)
  mitigated_by = [FieldEncryption, DataMinimization]
  references = ["CWE-921", "T1533", "M9:2024", "MASVS-STORAGE-1", "MASVS-STORAGE-2"]
  message = "{s} holds what other apps should not read, and they can."
  detection = "Use the app for an hour, then list and read that storage from another app and over a cable."
  false_positives = "The person put the file there themselves, to hand it on."
  remedy = "Write into the app's own storage, and hand files on through the system's picker."
}

/// Sessions and tokens lie in plain files of the app. A backup, a rooted device or a hole in the app carries them elsewhere, where they work.
threat SessionBesideKeystore: Stride.InformationDisclosure "Sessions kept outside the key store" {
  on s: store
  when s is not SecretStore and not s.device_bound
  when known(s.holds) and exists d in s.holds where (d is Credentials)
  when exists f in s.inflows where (f.source is MobileApp and on_one_machine(f))
  likelihood = Low
  impact = High
  mitigated_by = [
    DeviceBoundStore,
    SecretsManagement,
    FieldEncryption,
    AppAttestation(strength = 30%, on = s.inflows.source)
  ]
  references = ["CWE-922", "T1409", "M1:2024", "M9:2024", "MASVS-STORAGE-1", "MASVS-CRYPTO-2"]
  message = "{s} keeps on the device what proves identity, outside the key store."
  detection = "Pull the app's files from a rooted test device or a backup, put them on another device, and open the app."
  false_positives = "What is kept ends after minutes."
  remedy = "Keep tokens in the device's key store, bound to this device and to its being unlocked."
  fix "Bind it to the device" { s.device_bound = true }
}

/// A backup in a cloud account or on a computer takes the app's data to places that are guarded less, and puts it on other devices.
threat CopiedIntoBackup: Stride.InformationDisclosure "Backups take the app's data along" {
  on p: MobileApp
  when not p.backup_excluded
  when exists f in p.outflows
    where (f.target is store
      and f.target is not SecretStore
      and on_one_machine(f)
      and known(f.data)
      and exists d in f.data where (d is Credentials or d.confidentiality >= High))
  likelihood = Low
  impact = High
  mitigated_by = [
    KeptOutOfBackups,
    EncryptionAtRest(on = p.outflows.target, strength = 40%),
    FieldEncryption(on = p.outflows.target)
  ]
  references = ["CWE-530", "T1409", "M8:2024", "M9:2024", "MASVS-STORAGE-2"]
  message = "What {p} keeps on the device may travel in backups."
  detection = "Back a test device up to a computer and to the cloud, restore it to another one, and see what the app shows there."
  false_positives = "What is kept is encrypted with a key that never leaves the device."
  remedy = "Exclude the files from backups and bind keys to the device."
  fix "Keep it out of backups" { p.backup_excluded = true }
}

/// Other apps, remote helpers and the list of open apps see what is on the screen.
threat SeenOnScreen: Stride.InformationDisclosure "Others see the screen" {
  on p: MobileApp
  when not p.screens_hidden
  when exists f in p.inflows
    where (f.source is actor
      and known(f.receives)
      and exists d in f.receives where (known(d.confidentiality) and d.confidentiality >= High))
  likelihood = Low
  impact = Moderate
  mitigated_by = [HiddenScreens, DataMinimization]
  references = ["CAPEC-648", "CAPEC-498", "T1513", "M9:2024", "MASVS-PLATFORM-3", "MASVS-STORAGE-2"]
  message = "Sensitive screens of {p} may be seen by others on the device."
  detection = "Take a screenshot, record the screen, share it in a call, and look at the list of open apps, on each sensitive screen."
  false_positives = "People are meant to take pictures of what is shown."
  remedy = "Mark sensitive screens as secure and cover them when the app goes into the background."
  fix "Hide them" { p.screens_hidden = true }
}

/// An invisible or deceptive window of another app lies over this one, and the person taps through it: yes, allow, pay.
threat CoveredTouch: Stride.Spoofing "Taps through another app's window" {
  on p: AndroidApp
  when not p.covered_touches_refused
  when exists f in p.inflows
    where (f.source is actor
      and known(f.sends)
      and exists d in f.sends where (known(d.integrity) and d.integrity >= High))
  likelihood = Low
  impact = High
  mitigated_by = [CoveredTouchesRefused, AppAttestation(strength = 30%)]
  references = ["CWE-1021", "CAPEC-506", "T1417.002", "M8:2024", "MASVS-PLATFORM-3"]
  message = "{p} may take taps that went through a window of another app."
  detection = "With a test app that draws over others, cover the confirmation and tap through it."
  false_positives = "Each act is confirmed on another device."
  remedy = "Ignore touches while the window is covered, and refuse to show confirmations over which others draw."
  fix "Ignore covered touches" { p.covered_touches_refused = true }
}

/// A check in the app says yes or no, and the app's user, or malware on the device, changes no into yes.
threat UnlockWithoutKey: Stride.ElevationOfPrivilege "The finger only answers yes" {
  on p: UnlocksLocally
  when not p.bound_to_key
  likelihood = Low
  impact = High
  mitigated_by = [KeyBoundUnlock, Obfuscation, AppAttestation(strength = 40%)]
  references = ["CWE-603", "CAPEC-207", "T1461", "M3:2024", "MASVS-AUTH-2"]
  message = "Unlocking {p} may only set a flag that can be changed."
  detection = "On a rooted test device, hook the call that answers whether the finger was right, and let it say yes."
  false_positives = "Behind it is nothing that another person with the open phone could not see anyway."
  remedy = "Let finger or face free a key in hardware, and let the server check a signature made with it."
  fix "Bind it to a key" { p.bound_to_key = true }
}
