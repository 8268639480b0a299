// E0206: a misspelt protocol
actor a
process b
flow a -> b over Htps
