// E0112: a number that is too large
data Card { records = 99_999_999_999_999_999_999 }
