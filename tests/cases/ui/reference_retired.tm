// W0501: ids that their catalogues have retired, with and without a successor
threat Laptop "A laptop is stolen" {
  on developer
  likelihood = Low
  impact = High
  references = ["T1002", "CWE-71"]
}
actor developer
process build
flow developer -> build over Https
