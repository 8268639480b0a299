// completion(library): behind a path
threat A: Stride.Tampering "A" {
  on f: flow
  when not f.encrypted and f.source.boundary.tr<|>
  likelihood = Low
}
