// type definition: from an element to its type
type Robot: process "A robot"
process r2: Robot
flow r2 -> r3
process r3
flow x: r<|>2 -> r3
