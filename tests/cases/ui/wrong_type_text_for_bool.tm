// E0303: a text where yes or no is needed
process api { input_validation = "yes" }
