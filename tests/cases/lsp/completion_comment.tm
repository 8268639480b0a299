// completion: nothing in comments
// process <|>
