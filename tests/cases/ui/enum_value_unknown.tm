// E0304: a value that the enum does not have
process api { authentication = Handshake }
