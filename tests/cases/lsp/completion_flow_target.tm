// completion: a flow ends at a node; the line is half typed
actor customer
process api
flow buy: customer -> <|>
flow other: customer -> api
