// E0405: two elements claim one earlier name
process front { was = "shop" }
process checkout { was = "shop" }
flow checkout -> front
