// hover: a property that is called like a status is no status
extend process { planned: Bool }
process a { <|>planned }
