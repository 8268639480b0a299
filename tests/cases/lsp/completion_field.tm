// completion(library): properties and navigation behind a dot
threat A: Stride.Tampering "A" {
  on f: flow
  when f.en<|>
  likelihood = Low
  impact = Low
}
