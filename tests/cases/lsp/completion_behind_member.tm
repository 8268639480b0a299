// completion: nothing but `=` comes behind a member's name
control Wall: process "Wall" { strength = 10% }
threat Slow: Stride.DenialOfService "Slow" {
  on p: process
  mitigated_by <|>
}
