// E0304: a misspelt level in a matrix
scale L { Rare = 50%, Often = 100% }
scale I { Small = 50%, Large = 100% }
scale R { Fine = 50%, Bad = 100% }
matrix M: L I -> R {
  Rare  | Fine Bda
  Ofen  | Fine Bad
}
