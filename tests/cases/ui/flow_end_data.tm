// E0401: data as the end of a flow
data Card
actor a
flow Card -> a
