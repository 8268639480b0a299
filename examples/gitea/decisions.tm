//! What the operators decided. The rest is open, and believed.

// nginx and the containers run on one machine; what crosses between them never leaves it.
// One decision covers every kind of data that the flow carries.
dismiss CleartextTransport on proxy -> web { reason = "The bridge network of one machine." }
dismiss AlteredInTransit on proxy -> web { reason = "The bridge network of one machine." }
dismiss CredentialsInClear on f: flow when f.source.boundary == containers
  and f.target.boundary == containers {
  reason = "The bridge network of one machine; where it is a file, there is no network at all."
}

// nginx passes requests on; Gitea behind it asks, checks and records.
dismiss WeakAuthentication on l: LoadBalancer {
  reason = "It serves everybody; Gitea asks who is calling."
}
dismiss UnvalidatedInput on l: LoadBalancer {
  reason = "It passes requests on; Gitea checks what is in them."
}
dismiss SensitiveAnswers on l: LoadBalancer {
  reason = "It passes answers on; Gitea decides who gets which, see its ownership checks."
}
dismiss TrustedClientValues on f: flow when f.target is LoadBalancer {
  reason = "It passes values on; Gitea checks them against the rights of the user."
}
dismiss TrustedClientValues on push {
  reason = "Source code is the writer's to choose; branches are protected by review."
}
dismiss RepudiatedAction on a: User {
  reason = "Gitea knows its users by their logins, and keeps who pushed what."
}
dismiss RepudiatedAction on operator { reason = "Gitea knows its administrators by their logins." }
dismiss ImpersonatedUser on v: Visitor {
  reason = "A visitor has no account that somebody else could use."
}
dismiss RepudiatedAction on v: Visitor { reason = "A visitor changes nothing." }

// Logins
mitigate ImpersonatedUser on operator with MultiFactor {
  status = implemented
  owner = "it@example.org"
  ticket = "IT-388"
}
mitigate ImpersonatedUser on member with MultiFactor {
  status = planned
  owner = "it@example.org"
  ticket = "IT-402"
}

// Secrets
mitigate SecretOutsideVault on database with FieldEncryption {
  status = implemented // with SECRET_KEY, says the manual
  owner = "it@example.org"
  ticket = "IT-371"
}
accept SecretOutsideVault on config until 2027-11-30 {
  by = "it@example.org"
  reason = "The file is readable by Gitea's user alone. A vault for one server is more to run than it saves."
}

// Others
transfer PartnerOutage on web -> sign_on to sign_on {
  reason = "The sign-on has an on-call team of its own; operators can log in with passwords meanwhile."
}
accept PartnerOutage on mirror until 2027-12-31 {
  by = "it@example.org"
  reason = "A mirror that is a day late hurts nobody."
}
dismiss PaidByTheRequest on web {
  reason = "The relay is paid by the month, and it limits how much it takes."
}
