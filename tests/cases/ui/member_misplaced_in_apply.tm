// E0115: a condition in the block of apply
process api { apply [Waf] { when true } }
