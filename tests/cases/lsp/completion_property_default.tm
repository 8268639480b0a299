// completion: the default of a property
enum Colour { Red, Green }
type Robot: process { colour: Colour = <|> }
