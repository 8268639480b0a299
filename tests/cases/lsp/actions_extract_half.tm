// actions: in half-typed code, too
process <|>web
process b { signed = <|> }
flow web -> 
