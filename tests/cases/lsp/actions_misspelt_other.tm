// actions: nothing about a mistake elsewhere
actor <|>user
process gateway "Gateway"
flow user -> gatewey
