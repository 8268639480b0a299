//! Domains and mail: what others can do in our name.

/// A name still points at a service that was given up. Whoever takes that service's address gets our name, its cookies and its certificate.
threat DanglingName: Stride.Spoofing "A name of ours that others can take" {
  on p: DomainNames
  when not p.names_checked
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [NameChecks, Alerting(strength = 40%), HardenedBaseline(strength = 30%)]
  references = ["CWE-672", "CAPEC-154", "T1584.001"]
  message = "A name of {p} may point at something that is no longer ours."
  detection = "For every name, follow where it points and see whether the place could be had by anyone: a bucket, a page host, an address returned to the cloud."
  false_positives = "All names point at addresses that the organisation owns."
  remedy = "Remove the name before the service, from one description of both, and check all names every day."
  fix "Check the names" { p.names_checked = true }
}

/// Who takes over the account with the registrar moves the whole domain: mail, certificates, logins and all.
threat StolenDomain: Stride.Spoofing "The domain moved elsewhere" {
  on p: DomainNames
  when not p.registrar_guarded
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [DomainLock, MultiFactor(strength = 70%)]
  references = ["CAPEC-585", "T1584.001", "T1584.002"]
  message = "Who gets into the registrar's account has {p}."
  detection = "List who can log in to the registrar and change name servers, with which factors, and to which mail address a recovery goes."
  false_positives = "A registry lock is in place that only a phone call by named people opens."
  remedy = "Use a registrar with strong second factors and a registry lock, an account that is nobody's own, and an alarm on every change."
  fix "Guard the registrar" { p.registrar_guarded = true }
}

/// Some authority issues a certificate for our name to somebody else, deceived or broken into; browsers believe every one of them. The false page has the right name and the right lock.
threat ForgedCertificate: Stride.Spoofing "A certificate in our name" {
  on p: DomainNames
  when not p.issuers_limited
  likelihood = Low
  impact = High
  mitigated_by = [LimitedIssuers, Alerting(strength = 40%)]
  references = ["CWE-295", "CWE-297", "CAPEC-151", "T1588.004", "T1557"]
  message = "Any authority may issue certificates for {p}, and nobody may notice."
  detection = "Read the records that say who may issue (CAA); look up the public logs of certificates and account for each one; have one issued in a test and wait for the alarm."
  false_positives = "Its users compare the key by another way."
  remedy = "Name your issuers in CAA records, bind them to your account where they offer it, watch the logs of certificates, and ask for the name to be preloaded as TLS only."
  fix "Limit the issuers" { p.issuers_limited = true }
}

/// Anyone can send mail that seems to be ours: invoices, new bank accounts, links to a login.
threat ForgedSender: Stride.Spoofing "Mail in our name" {
  on f: flow
  when f.source is process and f.source is not EmailProvider
  when f.target is EmailProvider and not f.target.sender_proven
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [MailAuthentication(on = f.target)]
  references = ["CWE-290", "CAPEC-163", "T1672", "T1566"]
  message = "Receivers of mail from {f.target} may not be able to tell it from forged mail."
  detection = "Send mail in the domain's name from a server that is not ours to accounts at large providers and see where it lands; read the DMARC policy."
  false_positives = "The mail goes to people of our own organisation only, past outside servers."
  remedy = "List the senders, sign the mail, publish a DMARC policy, read its reports, and raise it to `reject`."
  fix "Prove the sender" { f.target.sender_proven = true }
}

/// A line break in a name or subject adds a receiver or a second message: our server sends the attacker's mail.
threat MailInjection: Stride.Tampering "Input becomes part of a mail" {
  on p: SendsMail
  when p is not ReadyMade and not p.input_validation
  when given_from_outside(p)
  likelihood = if open_to_strangers(p) then Moderate else Low
  impact = Moderate
  mitigated_by = [InputValidation, OutputEncoding(strength = 60%), RateLimit(strength = 40%)]
  references = ["CWE-93", "CAPEC-134", "CAPEC-41", "A03:2021", "A05:2025"]
  message = "What comes to {p} from outside may end up in mail, headers included."
  detection = "Put a line break and a `Bcc:` line into each field that becomes part of a header; put markup and a link into each that becomes part of the text."
  false_positives = "A library builds the message and refuses line breaks, and the text is fixed."
  remedy = "Build messages with a library, take addresses from the account instead of the request, and encode what stands in the text."
  fix "Input is validated" { p.input_validation = true }
}
