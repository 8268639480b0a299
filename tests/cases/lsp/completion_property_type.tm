// completion: the type of a property
enum Colour { Red, Green }
type Robot: process { colour: <|> }
