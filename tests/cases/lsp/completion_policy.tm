// completion: a policy's condition
policy P "Cards stay" {
  forbid f: flow when f.data has <|>
}
data Card
