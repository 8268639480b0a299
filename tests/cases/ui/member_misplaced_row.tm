// E0115: a row outside of a matrix
scale Size { Small | Low }
