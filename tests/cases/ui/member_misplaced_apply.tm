// E0115: a control in data
data Card { apply [Tokenization] }
