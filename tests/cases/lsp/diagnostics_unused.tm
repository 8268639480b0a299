// diagnostics: what nothing uses is faded
data Order
data Spare
process a
process b
flow a -> b { sends = Order }
