// E0302: a control with an attribute that nothing has
control Guard: process "Guard" { strenght = 40% }
