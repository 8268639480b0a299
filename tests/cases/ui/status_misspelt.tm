// E0304: a misspelt status
process api { apply [RateLimit] { status = plannd } }
