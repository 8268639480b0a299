// W0503: texts that have the form of no catalogue's ids; web addresses and ids of known forms are none
threat Laptop "A laptop is stolen" {
  on developer
  likelihood = Low
  impact = High
  references = ["cwe 319", "AC-2", "A03", "see our wiki", "https://example.org/laptops", "RFC 6749", "GDPR Art.32(1)(a)", "CIS 1.1", "NIST-CSF PR.AA-01"]
}
actor developer
process build
flow developer -> build over Https
