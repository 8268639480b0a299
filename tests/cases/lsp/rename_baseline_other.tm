// rename(worker): a baseline that does not know the element asks for nothing
//- tm.toml
name = "shop"
//- shop.tm
process api
process <|>job
threat Mine: Stride.Tampering "Mine" { on p: process, likelihood = High, impact = High }
//- known.txt
tm-baseline 1
threat shop.Mine@api 3 High definite
