// implementation: the elements of a type and of what inherits from it
type Ro<|>bot: process
type Android: Robot
process r2: Robot
process data5: Android
process human
