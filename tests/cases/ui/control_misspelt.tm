// E0206: a misspelt control in apply
process api { apply [RateLimt] }
