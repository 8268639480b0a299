// hover: a variable has a type
threat Read: Stride.InformationDisclosure "Reading" {
  on f: flow
  each d in f.data
  when <|>d.personal
  likelihood = Moderate
  impact = High
}
