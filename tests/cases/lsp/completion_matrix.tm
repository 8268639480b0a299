// completion: levels of a matrix
scale Small { Low = 50%, High = 100% }
matrix M: Small Small -> Small {
  Low | <|>
}
