// E0403: a second model
model shop "Shop"
model stock "Stock"
process api
