// E0112: a share is not negative
control K: process "K" { strength = -5% }
