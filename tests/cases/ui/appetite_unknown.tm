// E0304: an appetite that is no level
model shop "Shop" { appetite = Medium }
process api
