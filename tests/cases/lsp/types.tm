// types: what a type inherits from and what inherits from it
type Machine: process
type Ro<|>bot: Machine "A robot"
type Android: Robot
type Both: Robot
process r2: Both
