// actions: a flow that a store opens is turned
data Order
store orders { holds = Order }
process api
flow lo<|>ad: orders -> api { sends = Order, receives = [] }
