//! The single device: what fires, what stays silent.
use std.web

test "firmware" {
  process station
  process open: Device { updates_verified = false }
  process signed: Device { apply [SignedFirmware, RollbackProtection] }
  process backwards: Device { updates_verified = true, rollback_refused = false }
  process quiet: Device { updatable = true }
  process unheard: Device { own_identity = true }
  process unsaid: Device { updates_verified = true }
  process fixed: Device { updates_verified = false, updatable = false }
  process far: Device { updates_verified = false }
  process hub: Device { updates_verified = false, updatable = true }
  boundary plant {
    reach = FewStaff
    process inner: Device { updates_verified = false }
  }
  flow a: station -> open
  flow b: station -> signed
  flow c: station -> quiet
  flow d: station -> fixed
  flow e: hub -> inner
  flow f: station -> unheard
  expect UnverifiedFirmware on open
  expect possible UnverifiedFirmware on far
  expect no UnverifiedFirmware on inner
  expect no UnverifiedFirmware on signed
  expect possible UnverifiedFirmware on quiet
  expect no UnverifiedFirmware on fixed
  expect no UnverifiedFirmware on unheard // whether it takes firmware at all is asked first
  expect FirmwareRolledBack on backwards
  expect possible FirmwareRolledBack on unsaid
  expect no FirmwareRolledBack on signed
  expect no FirmwareRolledBack on open
  expect no FirmwareRolledBack on quiet
}

test "devices that cannot be mended" {
  boundary house {
    process stuck: Device { updatable = false }
    process mended: Device { apply UpdatesForLife }
    process quiet: Device
    process alone: Device { updatable = false }
    process box
  }
  process cloud: WebService
  flow a: stuck -> cloud
  flow b: mended -> cloud
  flow c: quiet -> cloud
  flow d: alone -> box
  expect NeverMended on stuck
  expect no NeverMended on mended
  expect possible NeverMended on quiet
  expect no NeverMended on alone
}

test "in strangers' hands" {
  data DeviceKey: Secret
  data Picture { confidentiality = High }
  boundary street {
    reach = AnyonePasses
    process open: Device {
      debug_ports_open = true
      keys_in_hardware = false
      verified_boot = false
      reset_clears = false
      holds = [DeviceKey, Picture]
    }
    process closed: Device {
      holds = [DeviceKey, Picture]
      apply [ClosedDebugPorts, DeviceSecureElement, VerifiedBoot, FullReset]
    }
    process quiet: Device { holds = DeviceKey, own_identity = true }
    process empty: Device { keys_in_hardware = false, reset_clears = false, holds = [] }
  }
  boundary vault {
    reach = FewStaff
    process guarded: Device {
      debug_ports_open = true
      keys_in_hardware = false
      verified_boot = false
      reset_clears = false
      holds = DeviceKey
    }
  }
  process somewhere: Device { debug_ports_open = true }
  process closed_somewhere: Device { debug_ports_open = false, verified_boot = true }
  process unseen: Device { own_identity = true }
  expect OpenDebugPort on open
  expect KeysReadFromMemory on open
  expect UnverifiedBoot on open
  expect LeftForTheNextOwner on open
  expect no OpenDebugPort on closed
  expect no KeysReadFromMemory on closed
  expect no UnverifiedBoot on closed
  expect no LeftForTheNextOwner on closed
  expect possible OpenDebugPort on quiet
  expect possible KeysReadFromMemory on quiet
  expect possible UnverifiedBoot on quiet
  expect possible LeftForTheNextOwner on quiet
  expect no KeysReadFromMemory on empty
  expect no LeftForTheNextOwner on empty
  expect no OpenDebugPort on guarded
  expect no KeysReadFromMemory on guarded
  expect no UnverifiedBoot on guarded
  expect no LeftForTheNextOwner on guarded
  expect possible OpenDebugPort on somewhere
  expect no OpenDebugPort on closed_somewhere
  expect no UnverifiedBoot on closed_somewhere
  expect possible OpenDebugPort on unseen // who can touch it is asked first
  expect possible UnverifiedBoot on unseen
}

test "keys of devices" {
  process cloud: DevicePlatform
  boundary house {
    process same: Sensor { own_identity = false }
    process own: Sensor { apply KeyPerDevice }
    process quiet: Sensor { updatable = true }
    process lonely: Sensor { own_identity = false }
    process box: IotGateway
  }
  flow a: same -> cloud
  flow b: own -> cloud
  flow c: cloud -> quiet
  flow d: lonely -> box
  expect OneKeyForAll on same
  expect no OneKeyForAll on own
  expect possible OneKeyForAll on quiet
  expect no OneKeyForAll on lonely
}

test "many devices of which nothing is said are asked about once" {
  data Warmth: Reading { integrity = Low }
  model house
  boundary home {
    reach = Visitors
    process first: Sensor
    process second: Sensor
    process third: Actuator
    process known_one: Sensor { updatable = true }
  }
  process hub: DevicePlatform
  flow a: first -> hub over Https { sends = Warmth }
  flow b: second -> hub over Https { sends = Warmth }
  flow c: hub -> third over Https
  flow d: known_one -> hub over Https { sends = Warmth }
  expect possible UnvettedDevices on house
  expect no UnverifiedFirmware on first
  expect no NeverMended on second
  expect no OneKeyForAll on third
  expect no OpenDebugPort on first
  expect no UnverifiedBoot on first
  // something is said of it, so that the rest is asked, too
  expect possible UnverifiedFirmware on known_one
  expect possible OneKeyForAll on known_one
  expect possible OpenDebugPort on known_one
}

test "devices that nobody looked at, and that somebody looked at" {
  model house { devices_vetted = false }
  process first: Sensor
  process second: Sensor
  process third: Sensor
  process hub: DevicePlatform
  flow a: first -> hub
  flow b: second -> hub
  flow c: third -> hub
  expect UnvettedDevices on house
  expect no NeverMended on first
}

test "a list of what a device must be able to do" {
  model house { devices_vetted = true }
  process first: Sensor
  process second: Sensor
  process third: Sensor
  process hub: DevicePlatform
  flow a: first -> hub
  flow b: second -> hub
  flow c: third -> hub
  expect no UnvettedDevices on house
  expect no NeverMended on first
}

test "two devices are asked about once, one by itself" {
  model house
  boundary home {
    process first: Sensor
    process second: Sensor
    process told: Sensor { updatable = false }
  }
  process hub: DevicePlatform
  flow a: first -> hub
  flow b: second -> hub
  flow c: told -> hub
  expect possible UnvettedDevices on house
  expect no NeverMended on first
  expect NeverMended on told
}

test "one device is asked about by itself" {
  model house { devices_vetted = false }
  boundary home {
    process only: Sensor
  }
  process hub: DevicePlatform
  flow a: only -> hub
  expect no UnvettedDevices on house
  expect possible NeverMended on only
}
