// completion(library): levels of the scale that the matrix measures impact by
threat Slow: Stride.DenialOfService "Slow" {
  on p: process
  likelihood = Low
  impact = M<|>
}
