// E0302: a misspelt property with a value
process api { autentication = OAuth2 }
