// hover: a goal, and the way there
data Card
attacker outsider "Outsider" { starts_at = [net] }
actor net
process api
store db { holds = Card }
flow net -> api
flow f: api -> db { receives = Card }
threat Bad: Stride.Tampering "Bad" { on p: process, likelihood = High, impact = High }
goal st<|>eal "Steal the cards" {
  attacker = outsider
  target = Card
}
