// E0302: a property that another kind has
store orders { input_validation = true }
