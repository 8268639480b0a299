// E0304: a level of another scale
boundary b { trust = High }
