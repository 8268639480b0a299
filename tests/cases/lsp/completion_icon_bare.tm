// completion: an icon without its quotes
type Shop: process { icon = <|> }
