// completion: the icons that the library has
type Shop: process { icon = "dat<|>" }
