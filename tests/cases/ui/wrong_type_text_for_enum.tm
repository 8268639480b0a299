// E0303: a quoted name where a value of an enum is needed
process api { authentication = "OAuth2" }
