// E0112: more than the whole
control Guard: process "Guard" { strength = 120% }
