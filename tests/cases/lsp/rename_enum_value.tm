// rename(Crimson): a value of an enum
enum Colour { Red, Green }
type Robot: process { colour: Colour = Red }
process r2: Robot { colour = R<|>ed }
