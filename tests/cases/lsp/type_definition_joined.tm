// type definition: of an element of two types, both
type Robot: process "Robot"
type Arm: Robot "Arm"
type Blessed: process "Blessed"
process <|>r2: Arm + Blessed
