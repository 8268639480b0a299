//! The measure of noise: what the package says about systems of which little is written.
use std.web

test "a thermometer, its platform and a phone: only questions" {
  data Warmth: Reading { integrity = Low }
  boundary house {
    process thermometer: Sensor
  }
  boundary phone: UserDevice {
    process app: MobileApp
  }
  boundary cloud: CloudAccount {
    process platform: DevicePlatform
  }
  flow report: thermometer -> platform over Https { sends = Warmth }
  flow look: app -> platform over Https { receives = Warmth }
  expect no UnverifiedFirmware on thermometer // whether it takes firmware at all is asked first
  expect possible NeverMended on thermometer
  expect possible OneKeyForAll on thermometer
  expect possible OneSpeaksForAll on platform
  expect no FirmwareRolledBack on thermometer
  expect no KeysReadFromMemory on thermometer
  expect no LeftForTheNextOwner on thermometer
  expect no OneOrderForAll on platform
  expect no ReadingsFromAnyone on report
  expect inherent(thermometer) == VeryLow and inherent(report) == VeryLow
}

test "a small plant: only that its bus believes anyone" {
  data Level1: Reading { integrity = Moderate }
  data Open: Command
  boundary plant: ControlNetwork {
    reach = Staff
    actor operator: Employee
    process screen: OperatorStation
    process controller: Controller
    process gauge: Sensor
    process valve: Actuator
  }
  flow watch: operator -> screen
  flow ask: screen -> controller over OpcUa { sends = Open, receives = Level1 }
  flow measure: gauge -> controller { sends = Level1 }
  flow turn: controller -> valve over Modbus { sends = Open }
  expect OrdersFromAnyone on turn
  expect possible OrdersFromAnyone on ask
  expect possible ProgramOpenToAll on controller
  expect possible NoSafeState on valve
  expect possible OperatorsSeeLies on screen
  expect no ReadingsFromAnyone on measure
  expect no OpenDebugPort on valve
  expect no UnverifiedBoot on valve
  expect no NeverMended on valve
  expect no StraightIntoControl on ask
  expect inherent(controller) == VeryLow
    and inherent(valve) == VeryLow
    and inherent(screen) == VeryLow
}
