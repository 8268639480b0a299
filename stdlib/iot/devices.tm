//! Devices: things with firmware, and the programs and places around them.
use std.web

/// Who can lay hands on what stands in a place.
enum PhysicalReach {
  AnyonePasses "Anyone who passes by"
  ItsOwner "Whoever bought it, found it or stole it"
  Visitors "Visitors and people of other companies"
  Staff "Staff only"
  FewStaff "Few people, who are recorded"
}

extend boundary {
  /// Who can lay hands on what is inside. Read through by everything inside that says nothing else.
  inherited reach: PhysicalReach
}

/// A thing with a processor and firmware of its own.
type Device: process "Device" {
  icon = "device"
  /// It can be given new firmware after it was sold or built in.
  updatable: Bool
  /// It installs only firmware whose signature it has checked.
  updates_verified: Bool
  /// It refuses firmware older than what it has.
  rollback_refused: Bool
  /// From the first instruction on, each part checks the next before it starts it.
  verified_boot: Bool
  /// Ports for tests and repair answer: JTAG, a serial console, a pad on the board.
  debug_ports_open: Bool
  /// Its keys lie in a chip that uses them and does not give them out.
  keys_in_hardware: Bool
  /// Its key or password is its own; the one of another device of the same make opens nothing here.
  own_identity: Bool
  /// Setting it back for the next owner removes all that the last one left.
  reset_clears: Bool
  /// How badly it can hurt people when it does the wrong thing.
  safety_impact: Level
}

/// Measures something.
type Sensor: Device "Sensor" { icon = "sensor" }

/// Moves, heats, opens or switches something.
type Actuator: Device "Actuator" {
  icon = "device"
  /// Without orders, or with impossible ones, it goes by itself to a state that hurts nobody.
  safe_state: Bool
}

/// Reads sensors and steers actuators by a program: a PLC, an RTU, a control unit.
type Controller: Device "Controller" {
  icon = "factory"
  /// Its program can be changed only after somebody turned a key or switch at the device.
  program_locked: Bool
  /// Without orders, or with impossible ones, it goes by itself to a state that hurts nobody.
  safe_state: Bool
}

/// Stops the plant before it harms people, whatever the other controllers say.
type SafetyController: Controller "Safety controller" {
  /// Its network, its sensors and the machine it is programmed with are its own.
  separated: Bool
}

/// Joins devices that speak their own language to the network.
type IotGateway: Device "Gateway for devices" { icon = "gateway" }

/// Where people watch a plant and give it orders.
type OperatorStation: Workstation "Operator station" {
  icon = "laptop"
  /// What matters most is shown and sounded by something that does not depend on it.
  second_view: Bool
}

/// Where programs for controllers are written and loaded into them.
type EngineeringStation: Workstation "Engineering station" {
  icon = "laptop"
  /// Sticks, discs and machines of others are checked at a separate place before they are connected.
  media_checked: Bool
}

/// What devices report to and are ordered by: a broker, a platform.
type DevicePlatform: process "Platform for devices" {
  icon = "device"
  /// A device may speak only as itself, and hear only what is meant for it.
  per_device_rights: Bool
  /// How many devices one person or program can order about in an hour has a limit.
  mass_orders_limited: Bool
}

/// Takes new devices in. An ability: added to a type.
type EnrolsDevices: process "Takes devices in" {
  /// A device proves with a key from its making that it is one of ours before it is given anything.
  proof_demanded: Bool
}

/// Hands out firmware.
type UpdateService: process "Update service" {
  icon = "package"
  /// A few devices get new firmware first, and the rest only if those are well.
  staged: Bool
}

/// The network of controllers, stations and field devices.
type ControlNetwork: boundary "Control network" { icon = "factory", trust = Trusted }

/// What a device runs.
type Firmware: data "Firmware"

/// Makes a machine do something.
type Command: data "Command to a machine"

/// What a sensor measured.
type Reading: data "Reading"

extend model {
  /// Each kind of device was looked at before it was bought, built in or sold: it takes new firmware, for its whole life and signed only, has a key of its own, and no port of it is open.
  devices_vetted: Bool
}

extend process {
  /// It compares what a sensor says with others, with physics and with a moment ago before it acts on it.
  readings_checked: Bool
}

/// A wired line between devices that knows neither sender nor secrecy.
type FieldBus: flow "Field bus" { encrypted = false, authenticated = false }

/// Modbus, over a line or TCP.
type Modbus: FieldBus "Modbus"

/// The bus inside vehicles and machines.
type CanBus: FieldBus "CAN bus"

/// Process data between controllers and field devices over Ethernet.
type Profinet: FieldBus "PROFINET"

/// Telecontrol; authentication is a choice.
type Dnp3: flow "DNP3"

/// Telecontrol of power grids; TLS is a choice.
type Iec104: flow "IEC 60870-5-104"

/// Between machines of many makers; signing and encryption are a choice.
type OpcUa: flow "OPC UA"

/// Between the systems of a building; security is a choice.
type Bacnet: flow "BACnet"

/// Requests of small devices; encryption is a choice.
type Coap: flow "CoAP"

/// Through the air: whoever is near hears it and can speak, too.
type RadioLink: flow "Radio link" {
  over_the_air = true
  /// A message that was heard before is refused.
  replay_refused: Bool
}

/// Short radio between a device and a phone; pairing decides how safe it is.
type BluetoothLe: RadioLink "Bluetooth Low Energy"

/// Radio mesh in a house.
type Zigbee: RadioLink "Zigbee"

/// Radio over kilometres for small messages.
type LoRaWan: RadioLink "LoRaWAN"

/// Somebody who should not can lay hands on it.
fn touchable(n: node) = n.reach in [AnyonePasses, ItsOwner, Visitors]

/// It is stated that they can.
fn surely_touchable(n: node) = known(n.reach) and touchable(n)

/// It talks with something that is no device, or somebody who should not can lay hands on it.
fn within_reach(d: Device) = exists n in d.neighbours where (n is not Device) or touchable(d)

/// How bad it is when a stranger rules the device.
fn harm(d: Device) = if known(d.safety_impact) then max([d.safety_impact, High]) else High

/// Nothing is said of how it was built: how it takes firmware, whose key it has, which ports answer.
fn unsaid(d: Device) = not known(d.updatable)
  and not known(d.updates_verified)
  and not known(d.own_identity)
  and not known(d.debug_ports_open)
  and not known(d.verified_boot)

/// Nothing is said of it, nor of another: what was bought by the dozen is asked about once, for all of them, and of each one of which something is said.
fn one_of_many(d: Device) = unsaid(d) and exists a: Device where (a != d and unsaid(a))
