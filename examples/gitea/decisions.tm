//! What the operators decided. The rest is open, and believed.

// What people write is theirs; and there is nobody to be in the name of who has no name.
dismiss TrustedClientValues on push {
  reason = "Source code is the writer's to choose; branches are protected by review."
}

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
