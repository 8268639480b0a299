// E0206: misspelt data in a flow
data Card
actor a
process b
flow a -> b { sends = [Crad] }
