// E0303: a strength that is no share
control Guard: process "Guard" { strength = 3 }
