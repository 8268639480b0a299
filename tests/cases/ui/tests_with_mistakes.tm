// E0206, E0302, E0703: tests in the model's own file that cannot run
use std.web
model m { appetite = High }
actor user
flow user -> db
store db
test "misspelt threat" {
  process p: WebService
  expect SqlInjecton on p
}
test "misspelt property" {
  process p: WebService { input_valdation = false }
  expect SqlInjection on p
}
test "misspelt element" with m { expect SqlInjection on nothing }
test "expects nothing" { process p: WebService }
