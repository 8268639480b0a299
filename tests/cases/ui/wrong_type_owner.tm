// E0303: a number where a text is needed
model shop "Shop" { owner = 42 }
process api
