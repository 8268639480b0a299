flow a: b
flow a: b ->
flow a b -> c
flow b - > c
flow b > c
flow a: b -> c over { sends = x }
flow a: b -> c: Https
flow a: b -> c "T" over Https
flow -> c
flow a: b <- c
flow a: b -> c, d
