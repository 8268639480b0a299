// E0305: a boundary that contradicts its type
boundary net: Internet { trust = Trusted }
