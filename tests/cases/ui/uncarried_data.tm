// W0402: data that a store holds and nothing carries
data Card
data Order
store orders { holds = [Card, Order] }
process api
flow api -> orders { sends = Order }
