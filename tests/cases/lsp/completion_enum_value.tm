// completion(library): values of the property's enum
process api { authentication = OA<|> }
