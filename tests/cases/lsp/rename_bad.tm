// rename(two words): not a name
process <|>api
