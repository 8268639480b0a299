// rename(Ours): a baseline knows the threat
//- tm.toml
name = "shop"
//- shop.tm
process api
threat <|>Mine: Stride.Tampering "Mine" { on p: process, likelihood = High, impact = High }
//- known.txt
tm-baseline 1
threat shop.Mine@api 3 High definite
