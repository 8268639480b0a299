threat T: C "t" {
  when
  when not
  when a and
  when a and and b
  when a b
  when a = b
  when a == b == c
  when (a or b) c
  when exists f p.inflows where (f.a)
  when exists f in p.inflows
  when exists f in p.inflows where f.a and f.b or
  when if a then b
  when a is
  when a in
  likelihood = if a then High
  likelihood = High if a
  impact =
  impact = f(a b)
  impact = f(a,, b)
  impact = [a b]
  impact = [a for x y]
  impact = a.
  impact = .a
  impact = 1.5.2
  impact = 2027-03
  x + 1 = 2
}
