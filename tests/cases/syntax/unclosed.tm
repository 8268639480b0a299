process a { x = [1, 2 }
process b { x = (1 + 2 }
process c { x = count(a }
process d { x = [a, (b }
process e {
  x = [
    one,
    two
  y = 3
}
process f
