// E0701: a policy that two flows break
actor a
process b
flow f: a -> b over Http
flow g: a -> b over Ftp
policy AllEncrypted "Every flow is encrypted" { forbid f: flow when not f.encrypted }
