//! Browsers: what fires, what stays silent.

test "answers for every origin" {
  actor alice: User
  process open: WebService { any_origin = true, authentication = SessionCookie }
  process listed: WebService { any_origin = false, authentication = SessionCookie }
  process tokens: WebService { any_origin = true, authentication = OAuth2 }
  process quiet: WebService { authentication = SessionCookie }
  flow a: alice -> open
  flow b: alice -> listed
  flow c: alice -> tokens
  flow d: alice -> quiet
  process page: SinglePageApp
  process front: ReverseProxy
  process called: WebService { authentication = SessionCookie }
  process behind: WebService { authentication = SessionCookie }
  flow e: page -> called
  flow f: page -> front
  flow g: front -> behind
  expect possible AnyOriginReads on called
  expect possible AnyOriginReads on behind
  expect AnyOriginReads on open
  expect no AnyOriginReads on listed
  expect no AnyOriginReads on tokens
  expect no AnyOriginReads on quiet
}

test "frames" {
  actor alice: User
  actor reader: Visitor
  process bank: WebApp { framing_refused = false }
  process strict: WebApp { framing_refused = true }
  process policy_set: WebApp { apply ContentSecurityPolicy }
  process quiet: WebApp
  process news: WebApp { framing_refused = false }
  flow a: alice -> bank
  flow b: alice -> strict
  flow c: alice -> policy_set
  flow d: alice -> quiet
  flow e: reader -> news
  expect Clickjacking on bank
  expect no Clickjacking on strict
  expect no Clickjacking on policy_set
  expect no Clickjacking on quiet // asked about all its answers first
  expect no Clickjacking on news
}

test "what answers allow" {
  actor alice: User
  actor reader: Visitor
  process bare: WebApp { answers_guarded = false }
  process guarded: WebApp { answers_guarded = true }
  process quiet: WebApp
  process bought: WebApp + ReadyMade
  process news: WebApp { answers_guarded = false }
  process api: WebService
  flow a: alice -> bare
  flow b: alice -> guarded
  flow c: alice -> quiet
  flow d: alice -> bought
  flow e: reader -> news
  flow f: alice -> api
  expect UnguardedAnswers on bare
  expect possible Clickjacking on bare
  expect no UnguardedAnswers on guarded
  expect no Clickjacking on guarded
  expect possible UnguardedAnswers on quiet
  expect no UnguardedAnswers on bought
  expect no UnguardedAnswers on news
  expect no UnguardedAnswers on api
}

test "the page's own script" {
  data Post
  process page: SinglePageApp { output_encoding = false }
  process strict: SinglePageApp { output_encoding = true }
  process quiet: SinglePageApp
  process sender: SinglePageApp { output_encoding = false }
  process api: WebService
  flow a: page -> api { receives = Post }
  flow b: strict -> api { receives = Post }
  flow c: quiet -> api { receives = Post }
  flow d: sender -> api { sends = Post }
  expect DomScripting on page
  expect no DomScripting on strict
  expect possible DomScripting on quiet
  expect no DomScripting on sender
}

test "what stands in addresses" {
  data Token: Credentials
  data Diagnosis { confidentiality = High }
  data PageNumber { confidentiality = VeryLow }
  actor alice: User
  process api: WebService
  process other: WebService
  flow a: alice -> api {
    sends = [Token, Diagnosis, PageNumber],
    in_address = [Token, Diagnosis, PageNumber]
  }
  flow b: alice -> other { sends = Token }
  expect SecretsInAddress on a.Token
  expect SecretsInAddress on a.Diagnosis
  expect no SecretsInAddress on a.PageNumber
  expect no SecretsInAddress on b
}

test "visitors who can log in have something to lose" {
  actor eve: Visitor
  process lb: LoadBalancer
  process drop_box: WebApp {
    authentication = Password,
    answers_guarded = false,
    targets_listed = false
  }
  process brochure: WebApp { authentication = NoAuthentication, answers_guarded = false }
  process quiet: WebApp { authentication = Password }
  flow eve -> lb
  flow lb -> drop_box
  flow lb -> brochure
  flow lb -> quiet
  expect UnguardedAnswers on drop_box
  expect possible Clickjacking on drop_box
  expect OpenRedirect on drop_box
  expect no UnguardedAnswers on brochure
  expect no Clickjacking on brochure
  expect no OpenRedirect on brochure
  expect possible UnguardedAnswers on quiet
}

test "pages for staff alone" {
  data Login: Credentials
  boundary office: OfficeNetwork {
    actor clerk: Employee
    actor partner: Partner
  }
  boundary ours: PrivateNetwork {
    process front: Relay
    process back: WebApp { authentication = Password }
    process bad: WebApp {
      authentication = Password,
      answers_guarded = false,
      targets_listed = false
    }
    process shared: WebApp { authentication = Password }
    process behind: WebApp { authentication = Password }
  }
  flow clerk -> back { sends = Login }
  flow clerk -> bad { sends = Login }
  flow clerk -> shared { sends = Login }
  flow partner -> shared { sends = Login }
  flow clerk -> front { sends = Login }
  flow front -> behind { sends = Login }
  expect no UnguardedAnswers on back
  expect no OpenRedirect on back
  expect UnguardedAnswers on bad
  expect OpenRedirect on bad
  expect possible UnguardedAnswers on shared
  expect possible OpenRedirect on shared
  expect no UnguardedAnswers on behind
  expect no OpenRedirect on behind
}
