// E0302: a misspelt property of a flow, written as a bare name
actor customer
process api
flow checkout: customer -> api over Https { encryted }
