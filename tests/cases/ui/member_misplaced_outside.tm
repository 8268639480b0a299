// E0115: a value outside of any declaration
input_validation = true
process api
