// rename(api): the condition speaks of an element of the new name
process api
actor eve
flow eve -> api
policy NoDirect "No direct way" { forbid f<|>: flow when f.target == api }
