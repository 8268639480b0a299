//! Tasks of the NIST Secure Software Development Framework 1.1 that a model can show. How an organisation plans and trains is not here; `std.cicd` knows the rest of the way from source to release.

use std.compliance

/// The model lists what can go wrong and how bad it is; which risk is acceptable, somebody has to say.
policy SsdfThreatModel "Risks of the design are modelled" {
  regime = Regime.NistSsdf
  references = ["NIST-SSDF-1.1 PW.1.1"]
  on m: model
  met = known(m.appetite)
}

/// Whoever may change the code may change everything that is made of it.
policy SsdfCode "Access to source code is controlled" {
  regime = Regime.NistSsdf
  references = ["NIST-SSDF-1.1 PS.1.1"]
  on s: CodeRepository
  met = store_asks_who(s)
}

/// Known holes are found and closed.
policy SsdfComponents "Components of others are watched" {
  regime = Regime.NistSsdf
  references = ["NIST-SSDF-1.1 PW.4.4", "NIST-SSDF-1.1 RV.1.1"]
  on p: process
  when is_own_code(p)
  when takes_from_strangers(p) or serves_sensitive(p)
  met = components_watched(p)
}

/// What comes in is checked against what is expected before it is used.
policy SsdfSafeCode "What strangers send is checked" {
  regime = Regime.NistSsdf
  references = ["NIST-SSDF-1.1 PW.5.1"]
  on p: process
  when takes_from_strangers(p)
  met = checks_input(p)
}

/// A second person has read what is shipped.
policy SsdfReview "Code is reviewed" {
  regime = Regime.NistSsdf
  references = ["NIST-SSDF-1.1 PW.7.2"]
  on p: process
  when is_own_code(p)
  when takes_from_strangers(p) or serves_sensitive(p)
}

/// Nothing runs that is not needed, and nothing is set as it came.
policy SsdfSettings "What strangers reach is hardened" {
  regime = Regime.NistSsdf
  references = ["NIST-SSDF-1.1 PW.9.1"]
  on p: process
  when takes_from_strangers(p)
}
