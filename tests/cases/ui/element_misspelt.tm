// E0206: a flow to an element that is not declared
actor customer
process gateway
flow customer -> gatewya
