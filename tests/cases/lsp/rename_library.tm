// rename(Other): the standard library cannot be changed
process a { authentication = OAu<|>th2 }
