// hover: how far a control is
process a
control C: process "C" { strength = 10% }
process b { apply C { status = <|>planned } }
