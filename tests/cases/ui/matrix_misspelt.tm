// E0206: a misspelt matrix
model shop "Shop" { matrix = NistSp80031 }
process api
