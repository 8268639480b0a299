// hover(library): a goal with all that it says
data Card
attacker outsider "Outsider" { starts_at = [net] }
actor net
store db { holds = Card }
goal st<|>eal "Steal the cards" {
  attacker = outsider
  target = Card
}
