// E0303: a number where yes or no is needed
process api { input_validation = 1 }
