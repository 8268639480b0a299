// linked: a path within a message is among them
threat Slow: Stride.DenialOfService "Slow" {
  on <|>p: process
  likelihood = High
  impact = High
  message = "{p} is slow"
}
