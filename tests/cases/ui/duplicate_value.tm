// E0309: a value stated twice
process api { input_validation, input_validation = false }
