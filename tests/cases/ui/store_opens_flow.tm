// W0401: a store that opens a flow
store orders
process api
flow orders -> api
