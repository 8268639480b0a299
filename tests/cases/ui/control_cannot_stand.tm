// E0404: a control where it cannot stand
data Card { }
store orders { apply [Waf] }
