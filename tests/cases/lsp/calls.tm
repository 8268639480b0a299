// calls: flows in and out of an element
actor customer
process a<|>pi "API"
store db
flow buy: customer -> api
flow api -> db
