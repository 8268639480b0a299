// W0502: an entry about quality alone, and one that says too little
threat Laptop "A laptop is stolen" {
  on developer
  likelihood = Low
  impact = High
  references = ["CWE-1041", "CWE-200"]
}
actor developer
process build
flow developer -> build over Https
