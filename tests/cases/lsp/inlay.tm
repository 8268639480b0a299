// inlay: residual risk, what is inherited, what is assumed
model m { appetite = VeryLow }
extend boundary { inherited zone: Zone }
enum Zone { Inside, Outside }
type Robot: process { patience: Duration = 24h }
boundary net {
  zone = Outside
  actor eve "Eve {curly}" {
  }
}
boundary cloud { zone = Inside, process r2: Robot }
flow f: eve -> r2
threat Impatient: Stride.Tampering "Impatient" {
  on r: Robot
  when r.patience > 1h and r.zone == Inside
  likelihood = Moderate
  impact = Moderate
}
