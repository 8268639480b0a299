// E0208: a type where an element is needed
actor a
flow a -> Https
