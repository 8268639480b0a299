// diagnostics: a name that two things have is told once
model <|>pump
process pump
store db
flow pump -> db
flow db2: pump -> db
