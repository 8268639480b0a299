// completion: what an objective says
data Card
objective o "Cards stay ours" {
  <|>
}
