// calls: the ends of a flow
actor customer
process api "API"
flow b<|>uy: customer -> api
