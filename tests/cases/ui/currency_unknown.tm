// E0112: a currency that cannot be
control Guard: process "Guard" { strength = 20%, cost = 9_000 euros }
