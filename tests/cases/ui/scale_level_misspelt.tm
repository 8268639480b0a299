// E0304: a misspelt level
data Card { confidentiality = Hihg }
