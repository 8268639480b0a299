// E0302: a property that nothing resembles
process api { colour = "green" }
