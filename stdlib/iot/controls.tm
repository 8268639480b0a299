//! Controls on devices, what steers them, and fleets of them.
use std.web

/// The device installs only what its maker signed.
control SignedFirmware: Device "Signed firmware" {
  strength = 90%
  updates_verified = true
  satisfies = [
    "NIST-800-53 CM-14",
    "NIST-800-53 SI-7(15)",
    "ISO-27001 A.8.19",
    "SOC-2 CC6.8",
    "NIST-SSDF-1.1 PS.2.1",
    "NIST-CSF-2.0 PR.PS-05"
  ]
}

/// Firmware with a lower security number than the present one is refused.
control RollbackProtection: Device "No way back to old firmware" {
  strength = 90%
  rollback_refused = true
  satisfies = ["NIST-800-53 SI-7", "ISO-27001 A.8.19"]
}

/// The chip starts a first program that cannot be changed, and each part checks the next.
control VerifiedBoot: Device "Verified boot" {
  strength = 85%
  verified_boot = true
  satisfies = ["NIST-800-53 SI-7(9)", "SOC-2 CC6.8", "NIST-CSF-2.0 PR.PS-05"]
}

/// Ports for tests are switched off for good, or open only to a key for this one device.
control ClosedDebugPorts: Device "Debug ports closed" {
  strength = 85%
  debug_ports_open = false
  satisfies = ["NIST-800-53 SC-41", "CIS-8.1 4.8"]
}

/// A secure element holds the keys and uses them itself.
control DeviceSecureElement: Device "Keys in a secure element" {
  strength = 85%
  keys_in_hardware = true
  satisfies = ["NIST-800-53 SC-28(3)", "NIST-800-53 IA-5(7)", "ISO-27001 A.8.24", "SOC-2 CC6.1"]
}

/// Each device gets a key of its own when it is made.
control KeyPerDevice: Device "A key for each device" {
  strength = 90%
  own_identity = true
  satisfies = [
    "NIST-800-53 IA-3",
    "NIST-800-53 IA-5(7)",
    "ISO-27001 A.5.16",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-01"
  ]
}

/// The device can be mended for as long as it is promised to be in use.
control UpdatesForLife: Device "Updates for its whole life" {
  strength = 75%
  updatable = true
  satisfies = [
    "NIST-800-53 SI-2",
    "NIST-800-53 SA-22",
    "ISO-27001 A.8.8",
    "SOC-2 CC7.1",
    "CIS-8.1 2.2",
    "NIST-CSF-2.0 PR.PS-02"
  ]
}

/// Setting it back removes keys, accounts and recordings, and the platform forgets the last owner.
control FullReset: Device "Reset removes everything" {
  strength = 85%
  reset_clears = true
  satisfies = [
    "NIST-800-53 MP-6",
    "ISO-27001 A.7.14",
    "ISO-27001 A.8.10",
    "SOC-2 CC6.5",
    "CIS-8.1 3.5",
    "NIST-CSF-2.0 ID.AM-08"
  ]
}

/// A switch, a spring or a limit brings it to a state that hurts nobody.
control SafeState: Actuator + Controller "Safe state by itself" {
  strength = 80%
  reduces = Impact
  safe_state = true
  satisfies = ["NIST-800-53 SC-24", "NIST-800-53 SI-17", "NIST-CSF-2.0 PR.IR-03"]
}

/// The program changes only while a key is turned at the device.
control ProgramKeySwitch: Controller "Key switch for the program" {
  strength = 85%
  program_locked = true
  satisfies = ["NIST-800-53 CM-5", "ISO-27001 A.8.19", "ISO-27001 A.8.32", "SOC-2 CC8.1"]
}

/// What keeps people safe shares nothing with what is attacked first.
control SeparateSafety: SafetyController "Safety kept apart" {
  strength = 85%
  separated = true
  satisfies = [
    "NIST-800-53 SC-3",
    "NIST-800-53 SC-7(21)",
    "ISO-27001 A.8.22",
    "CIS-8.1 13.4",
    "NIST-CSF-2.0 PR.IR-01"
  ]
}

/// A gauge, a horn or a second system tells the truth when the screen does not.
control IndependentAlarm: OperatorStation "Independent display and alarm" {
  strength = 70%
  second_view = true
  reduces = Impact
}

/// Readings that do not fit others, or nature, are not acted on.
control PlausibilityCheck: process "Readings checked for sense" {
  strength = 65%
  readings_checked = true
  satisfies = ["NIST-800-53 SI-10", "ISO-27001 A.8.26", "SOC-2 PI1.2"]
}

/// A separate machine checks sticks and laptops before they come near the plant.
control MediaStation: EngineeringStation "Media checked at the door" {
  strength = 65%
  media_checked = true
  satisfies = [
    "NIST-800-53 MP-7",
    "NIST-800-53 SI-3",
    "ISO-27001 A.7.10",
    "ISO-27001 A.8.7",
    "SOC-2 CC6.8",
    "CIS-8.1 10.4"
  ]
}

/// Each message carries a number that is accepted once.
control RadioFreshness: RadioLink "Messages count once" {
  strength = 90%
  replay_refused = true
  satisfies = ["NIST-800-53 SC-40", "NIST-CSF-2.0 PR.DS-02"]
}

/// A device has rights for its own topics and objects alone.
control RightsPerDevice: DevicePlatform "Rights for each device" {
  strength = 90%
  per_device_rights = true
  satisfies = [
    "NIST-800-53 AC-3",
    "NIST-800-53 AC-6",
    "ISO-27001 A.8.3",
    "SOC-2 CC6.1",
    "CIS-8.1 3.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Many orders at once need a second person, or a day.
control MassOrderLimit: DevicePlatform "Limit on orders to many" {
  strength = 70%
  mass_orders_limited = true
  satisfies = ["NIST-800-53 AC-3(2)", "ISO-27001 A.5.3", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}

/// New devices prove where they were made.
control DeviceAttestation: EnrolsDevices "Devices prove their making" {
  strength = 85%
  proof_demanded = true
  satisfies = [
    "NIST-800-53 IA-3",
    "NIST-800-53 SR-11",
    "ISO-27001 A.5.21",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-02",
    "NIST-CSF-2.0 ID.RA-09"
  ]
}

/// Firmware goes to one in a hundred, then to the rest, and goes back by itself where a device does not answer.
control StagedUpdates: UpdateService "Updates in stages" {
  strength = 80%
  staged = true
  satisfies = ["NIST-800-53 CM-4(1)", "NIST-800-53 CM-3(2)", "ISO-27001 A.8.32", "SOC-2 CC8.1"]
}

/// Before a kind of device is bought, built in or sold, somebody checks its updates, keys and ports against a list.
control DeviceVetting: model "Kinds of devices looked at" {
  strength = 70%
  devices_vetted = true
  satisfies = ["NIST-800-53 SR-11", "ISO-27001 A.5.21", "NIST-CSF-2.0 ID.RA-09"]
}
