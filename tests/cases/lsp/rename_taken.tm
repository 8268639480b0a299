// rename(db): a name that is taken
process <|>api
store db
