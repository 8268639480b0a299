// rename(f): a policy has a variable of the new name, and would speak of that
process a<|>pi
actor eve
flow eve -> api
policy NoDirect "No direct way" { forbid f: flow when f.target == api and not f.source.external }
