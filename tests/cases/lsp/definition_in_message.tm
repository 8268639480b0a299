// definition: a path in a message
threat Read: Stride.InformationDisclosure "Reading" {
  on f: flow
  likelihood = Moderate
  impact = High
  message = "{f.source} sends over {<|>f}."
}
