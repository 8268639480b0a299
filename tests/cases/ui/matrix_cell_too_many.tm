// E0505: a row that is too long
scale L { Rare = 50%, Often = 100% }
scale I { Small = 50%, Large = 100% }
scale R { Fine = 50%, Bad = 100% }
matrix M: L I -> R {
  Rare  | Fine Fine Bad
  Often | Fine Bad
}
