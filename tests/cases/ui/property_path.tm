// E0302: an element states a property of another one
process api
process web { api.input_validation = true }
