//! Controls that serve a part of a requirement do not meet the whole.

use std.cloud
use std.kubernetes
use std.web

test "what limits one thing is no guard against floods, and what closes one door no hardening" {
  actor stranger: Visitor { trust = Untrusted }
  boundary net: PrivateNetwork {
    process shop: WebService + LimitedOffer + UnpacksArchives {
      apply [
        SharesByPerson,
        CostLimits,
        AnswerLimits,
        LimitedUnpacking,
        ClosedDiagnostics,
        FirstPasswordsChanged
      ]
    }
    process pod: Workload { apply [NoPrivilege, OwnNamespaces, NodeUntouched] }
    process job: CloudFunction + RunsGivenCode { apply CleanCalls }
    process guarded: WebService + LimitedOffer {
      apply [SharesByPerson, RateLimit, HardenedBaseline]
    }
    process kept: CloudFunction + RunsGivenCode { apply [CleanCalls, Sandbox] }
  }
  flow a: stranger -> shop over Https { sends = [] }
  flow b: stranger -> pod over Https { sends = [] }
  flow c: stranger -> guarded over Https { sends = [] }
  expect NistFloods on shop
  expect NistSettings on shop
  expect NistSettings on pod
  expect NistIsolation on job
  expect no NistFloods on guarded
  expect no NistSettings on guarded
  expect no NistIsolation on kept
}
