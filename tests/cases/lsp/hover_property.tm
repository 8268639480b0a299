// hover: a property shows what it is, what it is here, and which threats rest on it
type Web: process {
  /// How long one stays.
  session: Duration = 24h
}
process api: Web { ses<|>sion = 2h }
threat Long: Stride.Spoofing "Long sessions" {
  on w: Web
  when w.session > 1h
  likelihood = Low
  impact = High
}
threat Other: Stride.Spoofing "Other" { on w: Web, likelihood = Low, impact = High }
