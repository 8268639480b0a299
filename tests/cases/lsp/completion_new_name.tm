// completion: a new name is nobody's to complete
process api
assumption <|>
