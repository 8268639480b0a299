//! Domains and mail: what fires, what stays silent.

test "names" {
  process loose: DomainNames { names_checked = false, registrar_guarded = false }
  process strict: DomainNames { names_checked = true, apply DomainLock }
  process quiet: DomainNames
  expect DanglingName on loose
  expect StolenDomain on loose
  expect no DanglingName on strict
  expect no StolenDomain on strict
  expect possible DanglingName on quiet
  expect possible StolenDomain on quiet
}

test "mail in our name" {
  process shop: WebApp
  external process open: EmailProvider { sender_proven = false }
  process own: MailServer { apply MailAuthentication }
  external process quiet: EmailProvider
  flow a: shop -> open
  flow b: shop -> own
  flow c: shop -> quiet
  process incoming: MailServer
  process inner: MailServer { sender_proven = false }
  flow handed: incoming -> inner over Smtp
  expect no ForgedSender on handed // one server hands mail to the next: it is told where mail begins
  expect ForgedSender on a
  expect no ForgedSender on b
  expect possible ForgedSender on c
}

test "mail made from input" {
  actor alice: User
  process form: WebApp + SendsMail { input_validation = false }
  process strict: WebApp + SendsMail { input_validation = true }
  process quiet: WebApp + SendsMail
  process job: Worker + SendsMail { input_validation = false }
  flow a: alice -> form
  flow b: alice -> strict
  flow c: alice -> quiet
  expect MailInjection on form
  expect no MailInjection on strict
  expect possible MailInjection on quiet
  expect no MailInjection on job
}

test "who may issue certificates" {
  process loose: DomainNames { issuers_limited = false }
  process bound: DomainNames { issuers_limited = true }
  process quiet: DomainNames
  expect ForgedCertificate on loose
  expect no ForgedCertificate on bound
  expect possible ForgedCertificate on quiet
}
