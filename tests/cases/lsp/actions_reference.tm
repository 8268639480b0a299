// actions: an id that its catalogue does not have
threat Slow: Stride.DenialOfService "Slow" {
  on f: flow
  likelihood = Low
  impact = Low
  references = ["CWE-<|>31900", "CWE-319"]
}
