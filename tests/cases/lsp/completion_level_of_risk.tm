// completion(library): levels beside a residual risk
model shop { appetite = Low }
process api
test "own" with shop {
  expect residual(api) <= <|>
}
