// E0206: a misspelt method
model shop "Shop" { methods = [Strid] }
process api
