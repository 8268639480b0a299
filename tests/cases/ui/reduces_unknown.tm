// E0304: a control that reduces something else
control Guard: process "Guard" { strength = 40%, reduces = Cost }
