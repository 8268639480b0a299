// E0303: an element where data is needed
process api
actor a
flow a -> api { sends = [api] }
