//! Orders, readings and who can give them: what fires, what stays silent.
use std.web

test "orders on the line" {
  data Order: Command
  data Chatter { integrity = VeryLow }
  boundary plant: ControlNetwork {
    process master: Controller
    process valve: Actuator
    process lamp: Actuator
    process drive: Actuator
    process pump: Actuator
    process quiet: Actuator
    process button: Sensor
    process gauge: Sensor
    process station: EngineeringStation
  }
  flow a: master -> valve over Modbus { sends = Order }
  flow b: master -> lamp over Modbus { sends = Chatter }
  flow c: master -> drive { sends = Order, authenticated = true }
  flow d: master -> pump over OpcUa { sends = Order, apply MutualTls }
  flow e: master -> quiet over OpcUa { sends = Order }
  data Value: Reading { integrity = High }
  flow f: button -> lamp { sends = Order, authenticated = false }
  flow g: gauge -> lamp { sends = Value, authenticated = false }
  flow h: station -> lamp { sends = Order, authenticated = false }
  flow k: station -> master { sends = Value, authenticated = false }
  expect OrdersFromAnyone on a
  expect OrdersFromAnyone on f
  expect no OrdersFromAnyone on g
  expect OrdersFromAnyone on h // what obeys the station unproven obeys anyone
  expect no OrdersFromAnyone on k // loading a program is another rule's
  expect no OrdersFromAnyone on b
  expect no OrdersFromAnyone on c
  expect no OrdersFromAnyone on d
  expect possible OrdersFromAnyone on e
}

test "readings on the line" {
  data Pressure: Reading { integrity = High }
  data Colour: Reading { integrity = Low }
  boundary plant: ControlNetwork {
    process gauge: Sensor
    process eye: Sensor
    process trusting: Controller { readings_checked = false }
    process careful: Controller { apply PlausibilityCheck }
    process quiet: Controller
  }
  boundary street {
    reach = AnyonePasses
    process outdoors: Sensor
  }
  flow e: outdoors -> trusting { sends = Pressure, authenticated = true }
  flow f: eye -> careful { sends = Pressure, authenticated = true }
  process silent: Controller { readings_checked = false }
  flow h: gauge -> silent { sends = Pressure, authenticated = true }
  expect ReadingsFromAnyone on e
  expect no ReadingsFromAnyone on f
  expect no ReadingsFromAnyone on h
  flow a: gauge -> trusting over Modbus { sends = Pressure }
  flow b: gauge -> careful over Modbus { sends = Pressure }
  flow c: gauge -> quiet over Modbus { sends = Pressure }
  flow d: eye -> trusting over Modbus { sends = Colour }
  expect ReadingsFromAnyone on a
  expect no ReadingsFromAnyone on b
  expect possible ReadingsFromAnyone on c
  expect no ReadingsFromAnyone on d
}

test "radio" {
  data Open: Command { availability = Low }
  data Alarm { availability = High, integrity = Low }
  process key: Sensor
  process door: Actuator
  process siren: Actuator
  process wired: Actuator
  flow a: key -> door over Zigbee { sends = Open, replay_refused = false }
  flow b: key -> siren over Zigbee { sends = Alarm, apply RadioFreshness }
  process gate: Actuator
  flow c: key -> gate over BluetoothLe { sends = Open }
  flow d: key -> wired { sends = [Open, Alarm] }
  expect RecordedAndReplayed on a
  expect no RecordedAndReplayed on b
  expect possible RecordedAndReplayed on c
  expect RadioDrowned on b
  expect no RadioDrowned on a
  expect no RadioDrowned on c
  expect no RecordedAndReplayed on d
  expect no RadioDrowned on d
}

test "programs of controllers" {
  process station: EngineeringStation
  process eye: Sensor
  process open: Controller { program_locked = false }
  process locked: Controller { apply ProgramKeySwitch }
  process quiet: Controller
  process alone: Controller { program_locked = false }
  flow a: station -> open
  flow b: station -> locked
  flow c: station -> quiet
  flow d: eye -> alone
  expect ProgramOpenToAll on open
  expect no ProgramOpenToAll on locked
  expect possible ProgramOpenToAll on quiet
  expect no ProgramOpenToAll on alone
}

test "when orders stop" {
  process station: OperatorStation
  process oven: Actuator { safe_state = false, safety_impact = High }
  process lift: Actuator { safety_impact = High, apply SafeState }
  process lamp: Actuator { safe_state = false, safety_impact = VeryLow }
  process press: Controller { safety_impact = High }
  process alone: Actuator { safe_state = false, safety_impact = High }
  flow a: station -> oven
  flow b: station -> lift
  flow c: station -> lamp
  flow d: station -> press
  expect NoSafeState on oven
  expect no NoSafeState on lift
  expect no NoSafeState on lamp
  expect possible NoSafeState on press
  expect no NoSafeState on alone
}

test "what keeps people safe" {
  process station: EngineeringStation
  process eye: Sensor
  process near: SafetyController { separated = false }
  process apart: SafetyController { apply SeparateSafety }
  process quiet: SafetyController
  process alone: SafetyController { separated = false }
  flow a: station -> near
  flow b: station -> apart
  flow c: station -> quiet
  flow d: eye -> alone
  expect SafetyWithinReach on near
  expect no SafetyWithinReach on apart
  expect possible SafetyWithinReach on quiet
  expect no SafetyWithinReach on alone
}

test "what operators see" {
  process tank: Controller
  process blind: OperatorStation { second_view = false }
  process gauge: OperatorStation { apply IndependentAlarm }
  process quiet: OperatorStation
  process idle: OperatorStation { second_view = false }
  flow a: blind -> tank
  flow b: gauge -> tank
  flow c: quiet -> tank
  expect OperatorsSeeLies on blind
  expect no OperatorsSeeLies on gauge
  expect possible OperatorsSeeLies on quiet
  expect no OperatorsSeeLies on idle
}

test "the machine that programs" {
  boundary outside: Internet {
    external process vendor: WebService
  }
  boundary plant: ControlNetwork {
    process online: EngineeringStation { media_checked = false }
    process offline: EngineeringStation { apply MediaStation }
    process quiet: EngineeringStation
    process tank: Controller
  }
  flow a: online -> vendor
  flow b: offline -> tank
  flow c: quiet -> tank
  expect EngineeringOnTheInternet on online
  expect no EngineeringOnTheInternet on offline
  expect no EngineeringOnTheInternet on quiet
  expect CarriedInByHand on online
  expect no CarriedInByHand on offline
  expect possible CarriedInByHand on quiet
}

test "from the office into the plant" {
  boundary office: OfficeNetwork {
    process desk: Workstation
  }
  boundary between: Dmz {
    process copy
  }
  boundary plant: ControlNetwork {
    process tank: Controller
    process screen: OperatorStation
    process edge: IotGateway
  }
  flow a: desk -> tank
  flow b: copy -> tank
  flow c: screen -> tank
  flow d: desk -> edge
  expect StraightIntoControl on a
  expect no StraightIntoControl on b
  expect no StraightIntoControl on c
  expect no StraightIntoControl on d
}

test "of two facts one is asked first" {
  data Heat: Reading { integrity = High }
  process one: Sensor
  process two: Sensor
  process asked
  process blind { readings_checked = false }
  process valve: Actuator { safe_state = true }
  process door: Actuator
  process gate: Actuator { safe_state = false, safety_impact = High }
  flow a: one -> asked { sends = Heat }
  flow b: two -> blind { sends = Heat }
  flow c: asked -> valve
  flow d: asked -> door
  flow e: asked -> gate
  expect possible ReadingsFromAnyone on a
  expect possible ReadingsFromAnyone on b
  expect no NoSafeState on valve
  expect possible NoSafeState on door
  expect NoSafeState on gate
}
