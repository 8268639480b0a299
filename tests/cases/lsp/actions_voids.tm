// actions: what is so already leaves no threat for two decisions, and they go too; one that covers more stays
process <|>api
process job
extend process { signed: Bool }
control Seal: process "Seal" { strength = 80%, signed = true }
threat Forged: Stride.Spoofing "Forged" {
  on p: process
  when not p.signed
  likelihood = High
  impact = High
  mitigated_by = [Seal]
  fix "Sign it" { p.signed = true }
}

// What was planned
// for this year.
mitigate Forged on api with Seal { status = planned }
dismiss Forged on job { reason = "it signs nothing" }
