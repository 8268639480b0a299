// E0405: an earlier name that another element has
process shop
process checkout { was = "shop" }
flow checkout -> shop
