// linked: beside what is not finished
process api { zone = 
flow api -> 
threat Slow: Stride.DenialOfService "Slow" {
  on <|>p: process
  when p.external
  likelihood = High
}
