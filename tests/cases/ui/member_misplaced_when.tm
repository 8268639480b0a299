// E0115: a condition in an element
process api { when true }
