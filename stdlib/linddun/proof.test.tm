//! Being unable to deny: what fires, what stays silent.

test "proof that lasts" {
  data Visits: PersonalData
  data Invoice: PersonalData { legal_basis = LegalDuty }
  store trail { holds = Visits, append_only = true }
  store notes { holds = Visits, append_only = false }
  store books { holds = Invoice, append_only = true }
  expect LastingProof on trail
  expect no LastingProof on notes
  expect no LastingProof on books
}

test "records of delicate use" {
  data Words
  actor caller
  process hotline { sensitive_use, audit_log = true }
  process quiet { sensitive_use, audit_log = false }
  process shop { audit_log = true }
  flow a: caller -> hotline { sends = Words }
  flow b: caller -> quiet { sends = Words }
  flow c: caller -> shop { sends = Words }
  expect ProvableUse on hotline
  expect no ProvableUse on quiet
  expect no ProvableUse on shop
}

test "signed words" {
  data Vow { signed }
  data Talk { signed = false }
  actor caller
  process hotline { sensitive_use }
  process bank
  flow a: caller -> hotline { sends = Vow }
  flow b: caller -> hotline { sends = Talk }
  flow c: caller -> bank { sends = Vow }
  expect ProvableMessage on a
  expect no ProvableMessage on b
  expect no ProvableMessage on c
}

test "watched readers" {
  process mailer { tracks_receipt = true }
  process fair { tracks_receipt = false }
  process plain
  expect WatchedReading on mailer
  expect no WatchedReading on fair
  expect no WatchedReading on plain
}

test "traces in files" {
  data Photo: RichContent { metadata_removed = false }
  data Clean: RichContent { metadata_removed = true }
  data Scan: RichContent
  data Memo: RichContent { metadata_removed = false }
  actor seller: User
  actor buyer: User
  process market
  store memos
  flow up: seller -> market { sends = [Photo, Clean, Scan, Memo] }
  flow down: buyer -> market { receives = [Photo, Clean, Scan] }
  flow keep: market -> memos { sends = Memo }
  expect HiddenTraces on Photo
  expect no HiddenTraces on Clean
  expect possible HiddenTraces on Scan
  expect no HiddenTraces on Memo
}
