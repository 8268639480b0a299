// E0206: a flow to an element that nothing resembles
actor customer
flow customer -> warehouse
