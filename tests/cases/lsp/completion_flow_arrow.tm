// completion: the arrow behind the source of a flow
process api
store db
flow api <|>
