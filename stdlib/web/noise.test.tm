//! The measure of noise: what the library says about worlds in which hardly anything is written.

test "one user, one web service, one flow: only questions" {
  actor user
  process service: WebService
  flow request: user -> service
  expect possible ImpersonatedUser on user
  expect possible RepudiatedAction on user
  expect possible WeakAuthentication on service
  expect possible UnvalidatedInput on service
  expect possible DenialOfService on service
  expect possible AlteredInTransit on request
  expect possible CleartextTransport on request
  expect no MissingAuditTrail on service
  expect no MissingAccessControl on service
  expect no SensitiveAnswers on service
  expect no SteppingStone on service
  expect no FlowInterruption on request
  expect no BrokenObjectAccess on service
  expect no BruteForce on service
  expect no CrossSiteRequestForgery on service
  expect no SessionFixation on service
  expect no EndlessSession on service
  expect no SqlInjection on service
  expect no TrustedClientValues on request
}

test "the same, with the questions answered badly" {
  data Card { confidentiality = High }
  actor user
  process service: WebService {
    internet_facing = true
    authentication = NoAuthentication
    input_validation = false
  }
  flow request: user -> service { encrypted = false, sends = Card }
  expect ImpersonatedUser on user
  expect RepudiatedAction on user
  expect WeakAuthentication on service
  expect UnvalidatedInput on service
  expect DenialOfService on service
  expect AlteredInTransit on request
  expect CleartextTransport on request
}

test "the same, with the questions answered well" {
  actor user
  process service: WebService {
    internet_facing = false
    authentication = Passkey
    input_validation = true
  }
  flow request: user -> service { encrypted = true }
  expect no ImpersonatedUser on user
  expect no RepudiatedAction on user
  expect no WeakAuthentication on service
  expect no UnvalidatedInput on service
  expect no DenialOfService on service
  expect no AlteredInTransit on request
  expect no CleartextTransport on request
}

test "one process, one store, one flow: only questions" {
  process job
  store files
  flow save: job -> files
  expect possible UnencryptedAtRest on files
  expect possible DataLoss on files
  expect no WeakAuthentication on files
  expect no StoreTampering on files
  expect no ForgedTrail on files
  expect no StoreOnTheInternet on files
  expect no UnguardedPath on files
  expect no ThirdPartyDisclosure on files
  expect no MissingAuditTrail on job
  expect no DenialOfService on job
  expect no CleartextTransport on save
  expect no AlteredInTransit on save
}

test "the same store, with the questions answered badly" {
  data Letter { confidentiality = High, integrity = High }
  process job
  store files { holds = Letter, encryption_at_rest = false, backups = false }
  flow save: job -> files
  expect UnencryptedAtRest on files
  expect DataLoss on files
}

test "the same store, with the questions answered well" {
  data Letter { confidentiality = High, integrity = High }
  process job
  store files { holds = Letter, encryption_at_rest = true, backups = true }
  flow save: job -> files
  expect no UnencryptedAtRest on files
  expect no DataLoss on files
}
