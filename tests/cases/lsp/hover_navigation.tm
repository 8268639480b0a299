// hover: navigation of the language
threat Read: Stride.InformationDisclosure "Reading" {
  on f: flow
  when f.crosses_bou<|>ndary
  likelihood = Moderate
  impact = High
}
