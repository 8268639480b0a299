// rename(alert): a property, across packages
//- lib/main.tm
type Robot: process { aw<|>ake: Bool }
threat Asleep: Stride.DenialOfService "Asleep" {
  on r: Robot
  when not r.awake
  likelihood = Low
  impact = Low
  message = "{r.awake}"
}
//- lib/tm.toml
name = "lib"
//- shop/main.tm
use lib
process r2: Robot { awake }
//- shop/tm.toml
name = "shop"
[dependencies]
lib = { path = "../lib" }
