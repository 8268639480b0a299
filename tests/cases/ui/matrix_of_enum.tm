// E0208: a matrix over an enum
matrix M: Authentication Level -> Level {
  Low | Low
}
