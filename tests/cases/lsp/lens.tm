// lens: threats of elements, places of rules and controls
model m
process a { apply Wall }
process b
control Wall: process { strength = 10% }
control Unused: process { strength = 10% }
threat Slow: Stride.DenialOfService "Slow" {
  on p: process
  likelihood = Moderate
  impact = Moderate
}
