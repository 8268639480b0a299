// E0303: a computation where a value is needed
process api { input_validation = not true }
