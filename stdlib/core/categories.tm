//! The kinds of harm that a threat may belong to.

/// The six kinds of harm of STRIDE: what an attacker does to a system.
enum Stride {
  Spoofing "Spoofing"
  Tampering "Tampering"
  Repudiation "Repudiation"
  InformationDisclosure "Information disclosure"
  DenialOfService "Denial of service"
  ElevationOfPrivilege "Elevation of privilege"
}

/// The seven stages of PASTA, which goes from what the business wants to what an attack would cost it.
/// No threat belongs to one: named among the `methods` of a model, they add to its report what each stage has and lacks.
enum Pasta {
  Objectives "Objectives"
  TechnicalScope "Technical scope"
  Decomposition "Decomposition"
  ThreatAnalysis "Threat analysis"
  Weaknesses "Vulnerabilities and weaknesses"
  AttackModelling "Attack modelling"
  RiskAndImpact "Risk and impact"
}

/// The seven kinds of harm of LINDDUN: what a system does to the people whose data it handles.
enum Linddun {
  Linking "Linking"
  Identifying "Identifying"
  NonRepudiation "Non-repudiation"
  Detecting "Detecting"
  DataDisclosure "Data disclosure"
  Unawareness "Unawareness and unintervenability"
  NonCompliance "Non-compliance"
}
