// actions: a witness that nothing reads
threat Slow: Stride.DenialOfService "Slow" {
  on f: flow
  each <|>d in f.data
  likelihood = Low
  impact = Low
}
