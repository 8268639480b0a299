// E0303: a list where one value is needed
process api { authentication = [OAuth2, Password] }
