//! The single device: its firmware, its keys, and who holds it in their hands.
use std.web

/// Whoever reaches the device, or speaks in its maker's name, gives it firmware of his own, and it stays there.
threat UnverifiedFirmware: Stride.Tampering "Firmware from anyone" {
  on d: Device
  when not one_of_many(d)
  when not d.updates_verified and not (known(d.updatable) and not d.updatable)
  when known(d.updates_verified) or known(d.updatable) // whether it takes firmware at all is asked first
  when within_reach(d)
  likelihood = if surely_touchable(d) or open_to_strangers(d) then Moderate else Low
  impact = harm(d)
  mitigated_by = [
    SignedFirmware,
    MessageSigning(strength = 60%, on = d.inflows),
    VerifiedBoot(strength = 60%)
  ]
  references = ["CWE-494", "CAPEC-186", "CAPEC-638", "T0857", "T0839", "T1542.001"]
  message = "{d} may install firmware without knowing whose it is."
  detection = "Change one byte of an update in a test set-up, over the network and over each port, and see whether the device takes it."
  false_positives = "Updates need the case to be opened in a workshop, and the place is guarded."
  remedy = "Sign firmware, check the signature on the device before anything is written, with a key that only a guarded service can use."
  fix "Signatures are checked" { d.updates_verified = true }
}

/// The signature is right and the firmware is old: the hole that was mended is open again.
threat FirmwareRolledBack: Stride.Tampering "Back to firmware with known holes" {
  on d: Device
  when known(d.updates_verified) and d.updates_verified and not d.rollback_refused
  likelihood = Low
  impact = harm(d)
  mitigated_by = [RollbackProtection]
  references = ["CWE-1328", "CAPEC-186", "T0857"]
  message = "{d} may take firmware that is signed and old."
  detection = "Give a test device the release before last."
  false_positives = "No release so far had a hole worth going back to, and the number is checked from the next on."
  remedy = "Give each release a security number that the device keeps where it only rises, and raise it when a hole is mended."
  fix "Older firmware is refused" { d.rollback_refused = true }
}

/// A hole is found and there is no way to mend it in what was sold. It stays for as long as the device is in use.
threat NeverMended: Stride.ElevationOfPrivilege "A hole in it stays for its whole life" {
  on d: Device
  when not one_of_many(d)
  when not d.updatable
  when exists f in d.inflows where (exposed(f)) or exists f in d.outflows where (exposed(f))
  likelihood = if open_to_strangers(d) then High else Moderate
  impact = harm(d)
  mitigated_by = [UpdatesForLife, NetworkSegmentation(strength = 60%), EgressFilter(strength = 30%)]
  references = ["CWE-1277", "CWE-1329", "CAPEC-682", "T0866"]
  message = "{d} talks to the outside and cannot be given new firmware."
  detection = "Ask for the last update, how it reached devices in use, how many have it, and until when updates are promised."
  false_positives = "It is replaced when a hole is found, and that was done once."
  remedy = "Build the way to update before the device is sold, say for how long there will be updates, and put what cannot be mended behind something that can."
  fix "It can be updated" { d.updatable = true }
}

/// With a cable on the board one reads memory, stops checks and writes firmware.
threat OpenDebugPort: Stride.ElevationOfPrivilege "A port for repair is open to all" {
  on d: Device
  when not one_of_many(d)
  when touchable(d)
  when d.debug_ports_open or not known(d.debug_ports_open) and not known(d.reach) // who can touch it is asked first
  likelihood = if surely_touchable(d) then Moderate else Low
  impact = harm(d)
  mitigated_by = [ClosedDebugPorts, VerifiedBoot(strength = 30%)]
  references = ["CWE-1191", "CWE-1299", "CAPEC-401", "T1200"]
  message = "Whoever holds {d} may get in by its ports for tests and repair."
  detection = "Open a device from the shelf, look for pads and pins, and connect a debugger and a serial console at usual speeds."
  false_positives = "The port gives out a log and takes nothing in."
  remedy = "Switch the ports off for good in what is sold, or open them by a key for this one device."
  fix "Ports are closed" { d.debug_ports_open = false }
}

/// Keys are copied out of the memory of one device, and the copies speak as that device, or open what it could open.
threat KeysReadFromMemory: Stride.InformationDisclosure "Keys can be read out of the device" {
  on d: Device
  when not d.keys_in_hardware and touchable(d)
  when known(d.holds) and exists x in d.holds where (x is Secret or x is Credentials)
  likelihood = if surely_touchable(d) then Moderate else Low
  impact = if known(d.own_identity) and d.own_identity then Moderate else High
  mitigated_by = [
    DeviceSecureElement,
    ClosedDebugPorts(strength = 30%),
    VerifiedBoot(strength = 20%)
  ]
  references = ["CWE-522", "CAPEC-458", "CAPEC-191", "T1552.004", "T0891"]
  message = "The keys in {d} can be read by whoever opens it."
  detection = "Take the memory chip off a device from the shelf, read it, and search for keys and certificates."
  false_positives = "The keys open only what belongs to whoever holds the device."
  remedy = "Keep keys in a chip that uses them itself, one key for each device, and be able to shut a single device out."
  fix "Keys stay in hardware" { d.keys_in_hardware = true }
}

/// One device is opened on a bench, and its key speaks for all of them.
threat OneKeyForAll: Stride.Spoofing "One key for all devices" {
  on d: Device
  when not one_of_many(d)
  when not d.own_identity
  when exists f in d.outflows where (exposed(f) and f.target is process and f.target is not Device)
    or exists f in d.inflows where (exposed(f) and f.source is process and f.source is not Device)
  likelihood = if surely_touchable(d) then Moderate else Low
  impact = High
  mitigated_by = [KeyPerDevice, DeviceSecureElement(strength = 50%)]
  references = ["CWE-321", "CWE-1394", "T0891", "T1552.004"]
  message = "All devices like {d} may share one key or password."
  detection = "Compare the keys and first passwords of two devices of one make; try one's key in the other's name."
  false_positives = "There is one such device."
  remedy = "Give each device a key when it is made, register it by that key, and print a password of its own on each."
  fix "Each has its own" { d.own_identity = true }
}

/// Somebody with the device on the table puts other software on it, and nothing on the device or in the network notices.
threat UnverifiedBoot: Stride.Tampering "It starts whatever lies in its memory" {
  on d: Device
  when not one_of_many(d)
  when touchable(d)
  when not d.verified_boot or not known(d.verified_boot) and not known(d.reach)
  likelihood = Low
  impact = harm(d)
  mitigated_by = [VerifiedBoot, ClosedDebugPorts(strength = 30%)]
  references = ["CWE-1326", "CAPEC-638", "T1542.001"]
  message = "{d} starts changed software like its own."
  detection = "Write a changed image to the memory of a test device by the chip's own pins and switch it on."
  false_positives = "Whoever holds it may change it, and only they are harmed."
  remedy = "Let the chip check the first program, that the next, and so on; let the platform ask the device what it started."
  fix "It checks what it starts" { d.verified_boot = true }
}

/// The device is sold, given back or thrown away, and the next who has it finds recordings, accounts, and the way into the network.
threat LeftForTheNextOwner: Stride.InformationDisclosure "The last owner's data stays on it" {
  on d: Device
  when not d.reset_clears and touchable(d)
  when known(d.holds)
    and exists x in d.holds
      where (x is Secret or x is Credentials or x.personal or x.confidentiality >= Moderate)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [FullReset, EncryptionAtRest(strength = 40%, on = d.neighbours)]
  references = ["CWE-1266", "CWE-226", "CAPEC-675"]
  message = "Setting {d} back may leave what its last owner put on it."
  detection = "Use a device for a week, set it back, and look for accounts, keys and recordings on it and at the platform; try the old owner's app."
  false_positives = "It never changes hands: it is destroyed, and that is recorded."
  remedy = "Encrypt what people leave with a key that the reset destroys, and let the platform end the old owner's rights with it."
  fix "A reset clears all" { d.reset_clears = true }
}

/// Things with processors came in by the dozen, from many makers, and nobody asked how they are mended, whose key is in them and what answers at their ports. One of them is the way in, and stays it.
threat UnvettedDevices: Stride.ElevationOfPrivilege "Devices that nobody looked at" {
  on m: model
  when not m.devices_vetted
  when exists d: Device where (one_of_many(d) and within_reach(d))
  likelihood = Moderate
  impact = if exists d: Device where (known(d.safety_impact) and d.safety_impact >= High) then High
    else Moderate
  mitigated_by = [DeviceVetting]
  references = ["CWE-1329", "CWE-494", "CWE-1394", "CAPEC-186", "T0862", "T0857"]
  message = "{m} has devices of which nobody may know how they are mended and whose key is in them."
  detection = "List the devices by maker and model; for each find the last update, its signature, until when updates are promised, and try the first password of one at another."
  false_positives = "All of them stand in a network of their own that leads nowhere, in a place where nobody gets at them."
  remedy = "Write down what a device must be able to do, ask before buying, replace what cannot, and put what stays behind something that can be mended."
  fix "Each kind was looked at" { m.devices_vetted = true }
}
