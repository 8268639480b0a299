// E0302: a misspelt attribute of the model
model shop "Shop" { apetite = Moderate }
process api
