// E0302: a misspelt attribute of a view
process api
view v "View" { inclde = [api] }
