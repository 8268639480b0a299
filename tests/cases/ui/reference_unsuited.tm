// W0502: an entry about quality alone, one that says too little, and a category
threat Laptop "A laptop is stolen" {
  on developer
  likelihood = Low
  impact = High
  references = ["CWE-1041", "CWE-200", "CWE-310"]
}
actor developer
process build
flow developer -> build over Https
