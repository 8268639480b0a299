// W0701: a policy that cannot be decided
actor a
process b
flow f: a -> b
policy AllEncrypted "Every flow is encrypted" { forbid f: flow when not f.encrypted }
