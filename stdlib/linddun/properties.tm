//! Properties that decide whether people's privacy is kept. Categories after LINDDUN (DistriNet, KU Leuven); all words are our own.

extend model {
  /// Somebody is named who answers for privacy.
  privacy_officer: Bool
}

extend data {
  /// It is written down on what ground of law the data is handled.
  legal_basis: Bool
}

extend process {
  /// People are told, at the moment of asking, what happens with their data.
  privacy_notice: Bool
  /// People can see, correct, take along and delete their data themselves.
  self_service: Bool
}
