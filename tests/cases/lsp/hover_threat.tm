// hover: a threat shows its page and where it is found
data Secret2 "Secret"
process a
process b
flow f: a -> b { sends = Secret2 }

/// Somebody reads it.
threat Read: Stride.InformationDisclosure "Reading" {
  on f: flow
  when f.data has Secret2
  likelihood = Moderate
  impact = High
  detection = "Look."
  remedy = "Hide it."
}
dismiss Re<|>ad on f { reason = "Nobody looks." }
