process p {
  "text"
  42
  internet_facing true
  code: "x"
  tags + [a]
  apply
  apply Waf RateLimit
  apply [Waf RateLimit]
  x = 1 y = 2
  {
    nested = 1
  }
  -> other
  : Type
}
