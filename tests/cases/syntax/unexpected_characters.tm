process a { x = b && c }
process b { x = b || c }
process c { x = !b }
process d { x = 1; y = 2 }
# not a comment
process e { x = 'text' }
flow a => b
process f { x = a @ b }
process my-name
process g { x = “curly” }
process h { x = a ≥ b }
process i { x = a ? b }
