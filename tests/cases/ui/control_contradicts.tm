// E0404: a control and a stated fact that contradict each other
actor a
process b
flow f: a -> b { encrypted = false, apply [Tls] }
