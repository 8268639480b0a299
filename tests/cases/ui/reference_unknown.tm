// E0508: ids that their catalogues do not have
threat Laptop "A laptop is stolen" {
  on developer
  likelihood = Low
  impact = High
  references = ["CWE-31900", "CAPEC-99999", "T1999.001", "A03:2017"]
}
control Locked: actor "Locked screens" { strength = 20%, satisfies = "ISO-27001 A.9.1" }
actor developer
process build
flow developer -> build over Https
vulnerability leak on build { cwe = "CWE-999999", cve = "CVE-2021-44228", cvss = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H" }
