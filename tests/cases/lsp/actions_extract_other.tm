// actions: what is no element cannot go into a boundary
process <|>web
data Order
process b<|>
