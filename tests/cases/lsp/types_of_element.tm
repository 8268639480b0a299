// types: from an element to its type
type Machine: process
type Robot: Machine "A robot"
process r<|>2: Robot
