// diagnostics: of a catalogue that cannot be read no id is strange
catalog Own {
  ids = "OWN-#
  url = "https://example.org/{id}"
}
threat Bad: Stride.Tampering "Bad" { on p: process, likelihood = High, impact = High, references = ["OWN-1", "OWN-2"] }
process <|>a
