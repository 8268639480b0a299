// hover: an id of a catalogue
catalog House "Rules of the house" {
  version = "1"
  ids = ["HOUSE-#"]
  url = "https://example.org/{id}"
}
process a
threat A: Stride.Tampering "A" { on a, likelihood = Low, impact = Low, references = ["HOU<|>SE-12"] }
