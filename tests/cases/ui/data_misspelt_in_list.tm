// E0206: one of several names is misspelt
data Card
data Order
store orders { holds = [Order, Card, Ordr] }
actor a
process b
flow a -> b { sends = [Order, Card] }
flow b -> orders { sends = [Order, Card] }
