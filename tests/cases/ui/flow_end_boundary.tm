// E0401: a boundary as the end of a flow
actor a
boundary net
flow a -> net
