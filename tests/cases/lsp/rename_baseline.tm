// rename(gateway): a baseline knows the element, so its old name is kept
//- tm.toml
name = "shop"
//- shop.tm
process <|>api
process job
threat Mine: Stride.Tampering "Mine" { on p: process, likelihood = High, impact = High }
//- known.txt
tm-baseline 1
threat shop.Mine@api 3 High definite
