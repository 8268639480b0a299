//! Risk matrices: likelihood (rows) and impact (columns, from lowest to highest) give a severity.

/// NIST SP 800-30 Rev. 1, table I-2. The matrix used where a model names no other.
matrix NistSp80030: Level Level -> Level {
  VeryHigh | VeryLow Low     Moderate High     VeryHigh
  High     | VeryLow Low     Moderate High     VeryHigh
  Moderate | VeryLow Low     Moderate Moderate High
  Low      | VeryLow Low     Low      Low      Moderate
  VeryLow  | VeryLow VeryLow VeryLow  Low      Low
}

/// A five by five grid as users of ISO/IEC 27005 draw it.
matrix Iso27005: IsoLikelihood IsoImpact -> IsoRisk {
  AlmostCertain  | Medium  High    High   VeryHigh VeryHigh
  VeryLikely     | Low     Medium  High   High     VeryHigh
  Likely         | Low     Low     Medium High     High
  RatherUnlikely | VeryLow Low     Low    Medium   Medium
  Unlikely       | VeryLow VeryLow Low    Low      Low
}

/// The four by four grid of EBIOS Risk Manager.
matrix EbiosRm: EbiosLikelihood EbiosImpact -> EbiosRisk {
  Certain    | Medium High   High   High
  VeryLikely | Medium Medium High   High
  Likely     | Low    Low    Medium Medium
  Unlikely   | Low    Low    Low    Medium
}

/// The three by three grid of the OWASP Risk Rating.
matrix OwaspGrid: OwaspLevel OwaspLevel -> OwaspSeverity {
  High   | Medium High   Critical
  Medium | Low    Medium High
  Low    | Note   Low    Medium
}
