// E0402: two unnamed flows between the same ends
actor a
process b
flow a -> b over Https
flow a -> b over Ssh
