// E0208: a type where a control is needed
process api { apply [Https] }
