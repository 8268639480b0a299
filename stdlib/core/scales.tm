//! Scales: what "high" means. Each number is the upper end of its level.

/// How likely, how bad, how risky, how sensitive: the five levels of NIST SP 800-30.
/// The numbers are the upper ends of that guide's semi-quantitative ranges.
scale Level { VeryLow = 4%, Low = 20%, Moderate = 79%, High = 95%, VeryHigh = 100% }

/// How far the people and programs in a place are trusted, from anyone at all to the few who hold the keys.
/// The numbers only give the order.
scale Trust { Untrusted = 10%, SemiTrusted = 50%, Trusted = 90%, HighlyTrusted = 100% }

/// Likelihood in the manner of ISO/IEC 27005. The source gives no numbers: the levels are spread evenly.
scale IsoLikelihood {
  Unlikely = 20%,
  RatherUnlikely = 40%,
  Likely = 60%,
  VeryLikely = 80%,
  AlmostCertain = 100%
}

/// Consequence in the manner of ISO/IEC 27005. The source gives no numbers: the levels are spread evenly.
scale IsoImpact {
  Minor = 20%,
  Significant = 40%,
  Serious = 60%,
  Critical = 80%,
  Catastrophic = 100%
}

/// Risk in the manner of ISO/IEC 27005. The source gives no numbers: the levels are spread evenly.
scale IsoRisk { VeryLow = 20%, Low = 40%, Medium = 60%, High = 80%, VeryHigh = 100% }

/// Likelihood V1 to V4 of EBIOS Risk Manager. The source gives no numbers: the levels are spread evenly.
scale EbiosLikelihood { Unlikely = 25%, Likely = 50%, VeryLikely = 75%, Certain = 100% }

/// Gravity G1 to G4 of EBIOS Risk Manager. The source gives no numbers: the levels are spread evenly.
scale EbiosImpact { Minor = 25%, Significant = 50%, Important = 75%, Critical = 100% }

/// Risk of EBIOS Risk Manager. The source gives no numbers: the levels are spread evenly.
scale EbiosRisk { Low = 33%, Medium = 67%, High = 100% }

/// Likelihood and impact of the OWASP Risk Rating: 0 to 3, 3 to 6 and 6 to 9 points of nine.
scale OwaspLevel { Low = 33%, Medium = 67%, High = 100% }

/// Severity of the OWASP Risk Rating. The source gives no numbers: the levels are spread evenly.
scale OwaspSeverity { Note = 20%, Low = 40%, Medium = 60%, High = 80%, Critical = 100% }
