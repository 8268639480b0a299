// E0304: a misspelt value of an enum
process api { authentication = Oauth2 }
