// E0112: a strength that is more than the whole
control Guard: process "Guard" { strength = 3 }
