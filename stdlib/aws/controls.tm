//! Controls of AWS.

/// Guests get a role that can do what a visitor of the public pages can, named action by action.
control NarrowGuestRole: CognitoIdentityPool "Little for guests" {
  strength = 85%
  guest_role_narrow = true
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}

/// Layers and extensions are copied, read and published by an account of ours, and a rule refuses others.
control OwnLayers: LambdaFunction "Layers from our own account" {
  strength = 85%
  foreign_layers = false
  satisfies = ["NIST-800-53 CM-14", "NIST-800-53 SR-3", "ISO-27001 A.5.21", "NIST-CSF-2.0 PR.PS-05"]
}
