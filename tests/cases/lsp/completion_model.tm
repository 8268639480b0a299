// completion(library): the appetite is a level of risk
model m { appetite = Mo<|> }
