// E0303: a text where data is needed
actor a
process b
flow a -> b { sends = ["Card"] }
