flow long: customer
  -> api
  over Https
  "Title"
threat T: C "t" {
  when a
    and b or
      c and = d
  impact = f(
    a,
    b c,
  )
}
process next { x = = 1 }
