//! Many devices at once: what fires, what stays silent.
use std.web

test "rights and orders at platforms" {
  data Open: Command
  process lock: Actuator
  process eye: Sensor
  process loose: DevicePlatform { per_device_rights = false, mass_orders_limited = false }
  process strict: DevicePlatform { apply [RightsPerDevice, MassOrderLimit] }
  process quiet: DevicePlatform
  process unused: DevicePlatform { per_device_rights = false, mass_orders_limited = false }
  process listens: DevicePlatform { mass_orders_limited = false }
  flow a: lock -> loose { receives = Open }
  flow b: strict -> lock { sends = Open }
  flow c: quiet -> lock { sends = Open }
  flow d: eye -> listens
  expect OneSpeaksForAll on loose
  expect OneOrderForAll on loose
  expect no OneSpeaksForAll on strict
  expect no OneOrderForAll on strict
  expect possible OneSpeaksForAll on quiet
  expect possible OneOrderForAll on quiet
  expect no OneSpeaksForAll on unused
  expect no OneOrderForAll on unused
  expect no OneOrderForAll on listens
}

test "new devices" {
  boundary house {
    process thing: Device
  }
  process open: WebService + EnrolsDevices { proof_demanded = false }
  process strict: WebService + EnrolsDevices { apply DeviceAttestation }
  process quiet: WebService + EnrolsDevices
  process unused: WebService + EnrolsDevices { proof_demanded = false }
  flow a: thing -> open
  flow b: thing -> strict
  flow c: thing -> quiet
  expect FakeDeviceTakenIn on open
  expect no FakeDeviceTakenIn on strict
  expect possible FakeDeviceTakenIn on quiet
  expect no FakeDeviceTakenIn on unused
}

test "releases" {
  process thing: Device
  process at_once: UpdateService { staged = false }
  process careful: UpdateService { apply StagedUpdates }
  process quiet: UpdateService
  process unused: UpdateService { staged = false }
  flow a: thing -> at_once
  flow b: thing -> careful
  flow c: quiet -> thing
  expect AllAtOnce on at_once
  expect no AllAtOnce on careful
  expect possible AllAtOnce on quiet
  expect no AllAtOnce on unused
}
