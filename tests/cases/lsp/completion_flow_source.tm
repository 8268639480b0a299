// completion: a flow begins at a node
actor customer "A customer"
boundary b { process api }
data Order
flow <|>
