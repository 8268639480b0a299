// rename(gateway): what is unknown now may get a meaning
process a<|>pi
actor eve
flow eve -> gateway
