// hover: an element shows its type, where it is, its facts and its threats
model shop { appetite = Low }
extend boundary { inherited zone: Zone }
enum Zone { Inside, Outside }
type Web: process "Web service" { session: Duration = 24h, cached: Bool }
type Cached: Web { cached = true }
boundary inside {
  zone = Inside
  boundary rack {
    /// Takes the orders.
    process a<|>pi: Cached "Checkout API" { session = 1h }
  }
}
threat Slow: Stride.DenialOfService "Slow" { on w: Web, likelihood = Low, impact = Low }
threat Bad: Stride.Tampering "Bad" {
  on w: Web
  when w.session > 1min
  likelihood = VeryHigh
  impact = VeryHigh
}
