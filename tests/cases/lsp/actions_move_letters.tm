// actions: no new file where one has the same name but for large letters
//- tm.toml
name = "shop"
//- Api.tm
process other
//- main.tm
process <|>api
