//! What goes wrong on AWS alone. What goes wrong in every cloud is in std.cloud, what goes wrong everywhere in std.stride and std.web.
use std.cloud
use std.web

/// Anyone who has the app's settings gets keys to the account, before any login. What they open was written for an app, and is tried by scripts.
threat GuestCredentials: Stride.ElevationOfPrivilege "Keys to the account for guests" {
  on p: CognitoIdentityPool
  when known(p.guests) and p.guests
  when not p.guest_role_narrow
  likelihood = High
  impact = High
  mitigated_by = [NarrowGuestRole, LeastPrivilege(strength = 80%), Guardrails, AccountWatch]
  references = ["CWE-266", "CWE-306", "CAPEC-115", "T1078.004", "T1528"]
  message = "{p} gives credentials of the account to whoever asks."
  detection = "Take the pool's id from the app, ask for credentials without a login, and list what they may do."
  false_positives = "Guests may only add records to one stream for statistics."
  remedy = "Switch guests off, or give them a role with one action on one resource, and count what they do."
  fix "Little for guests" { p.guest_role_narrow = true }
}

/// A layer runs inside the function, with its role and its secrets; whoever publishes it can put anything into its next version.
threat ForeignLayers: Stride.Tampering "Code of another account inside the function" {
  on p: LambdaFunction
  when known(p.foreign_layers) and p.foreign_layers
  likelihood = Low
  impact = High
  mitigated_by = [
    OwnLayers,
    CodeIntegrity,
    TaskRole(strength = 30%),
    EgressFilter(strength = 30%),
    CodeReview(strength = 30%)
  ]
  references = ["CWE-829", "CAPEC-446", "T1195.001", "T1648"]
  message = "{p} runs layers that an account of somebody else publishes."
  detection = "List layers and extensions by the account that owns them; compare the digest of each with what was reviewed."
  false_positives = "The provider publishes them, and the version is fixed."
  remedy = "Publish reviewed copies in an account of your own, name them by version, and refuse others by policy."
  fix "Our own layers" { p.foreign_layers = false }
}
