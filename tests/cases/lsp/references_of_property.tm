// references: a property in rules, fixes, facts and elements
type Robot: process {
  /// Awake.
  aw<|>ake: Bool
}
type Sleeper: Robot { awake = false }
process r2: Robot { awake }
threat Asleep: Stride.DenialOfService "Asleep" {
  on r: Robot
  when not r.awake
  likelihood = Low
  impact = Low
  message = "{r} is awake: {r.awake}"
  fix "Wake it" { r.awake = true }
}
