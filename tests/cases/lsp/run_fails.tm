// run(it holds): what fails is told with its line
//- shop/main.test.tm
test "it holds" {
  process a
  expect a.<|>external
  expect Slow on a
}
test "another" {
  process a
  expect a.external
}
//- shop/main.tm
threat Slow: Stride.DenialOfService "Slow" {
  on p: store
  likelihood = High
  impact = High
}
//- shop/tm.toml
name = "shop"
