// completion: members of a list of elements
data Order
data Card
process api
store db { holds = [Order, <|>] }
