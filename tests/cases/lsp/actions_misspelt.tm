// actions: did you mean, and a declaration of what the name may mean
actor user
process gateway "Gateway"
flow user -> gatewey<|>
