// completion: types of the kind, also of packages that are not in use yet
type Robot: process "A robot"
type Chest: store
process a: <|>
