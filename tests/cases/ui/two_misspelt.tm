// E0302: two mistakes, two messages
process api { input_validaton = true, acces_control = true }
