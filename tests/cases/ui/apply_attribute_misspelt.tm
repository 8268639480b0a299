// E0603: a misspelt attribute of an applied control
process api { apply [RateLimit] { ownr = "team" } }
