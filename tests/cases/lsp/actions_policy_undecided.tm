// actions: what a policy waits for is stated
actor a
process b
flow <|>f: a -> b
policy AllEncrypted "Every flow is encrypted" { forbid f: flow when not f.encrypted }
