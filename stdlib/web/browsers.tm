//! Browsers: what pages of others can do with a user's login, and what addresses give away.

/// The script of a page asks, straight or through a relay: where it may come from is something that somebody set.
fn from_page(f: flow) = f.source is SinglePageApp
  or f.source is Relay and exists g in f.source.inflows where (g.source is SinglePageApp)

/// Every page that the user visits may ask the service in the user's name and read what it answers.
threat AnyOriginReads: Stride.InformationDisclosure "Any site reads with the user's login" {
  on p: WebService
  when p.any_origin
  when p is not ReadyMade or known(p.any_origin)
  when known(p.any_origin) or exists f in p.inflows where (from_page(f))
  when accepts(p, SessionCookie) or accepts(p, BasicAuth)
  when asked_by_users(p)
  likelihood = Moderate
  impact = High
  mitigated_by = [ListedOrigins, SessionProtection(strength = 50%)]
  references = ["CWE-942", "CAPEC-111", "T1185", "A05:2021", "A02:2025", "API8:2023"]
  message = "Pages of any site may read answers of {p} with the user's login."
  detection = "Call it from a page on another host with credentials included, with origins such as `null` and a host that begins like ours, and read the answer's headers."
  false_positives = "The answers are the same for everyone."
  remedy = "List the origins that may call with a login; never answer with whatever origin was sent."
  fix "List the origins" { p.any_origin = false }
}

/// It is stated how people log in: then some of its visitors have something to lose.
fn lets_people_in(p: process) = accepts(p, Password)
  or accepts(p, SessionCookie)
  or accepts(p, OpenIdConnect)
  or accepts(p, Saml)

/// A page of someone else shows this one, invisible, under a button of its own. The user clicks there and acts here.
threat Clickjacking: Stride.Spoofing "Clicks meant for another page" {
  on p: WebApp
  when p is not ReadyMade
  when not p.framing_refused and not (p.controls has ContentSecurityPolicy)
  when known(p.framing_refused) or known(p.answers_guarded) and not p.answers_guarded
  when exists f in p.inflows where (from_user(f) and (not by_visitor(f) or lets_people_in(p)))
  likelihood = Low
  impact = Moderate
  mitigated_by = [
    FramingRefused,
    ContentSecurityPolicy(strength = 90%),
    SessionProtection(strength = 50%)
  ]
  references = ["CWE-1021", "CAPEC-103", "T1185", "A04:2021", "A06:2025"]
  message = "Other sites may show {p} inside their pages."
  detection = "Put the page into a frame on another host and see whether the browser shows it, logged in."
  false_positives = "Nothing happens by a click alone, or showing it elsewhere is what it is for."
  remedy = "Send `frame-ancestors` with the sites that may show it, or none."
  fix "Refuse to be framed" { p.framing_refused = true }
}

/// Browsers guess what an answer is, run what stands in it, show it inside other pages and lend it the camera, unless the answer forbids it. Pages are often guarded, and the error, the feed and the uploaded picture beside them are not.
threat UnguardedAnswers: Stride.Tampering "Answers that let the browser do anything" {
  on p: WebApp
  when p is not ReadyMade
  when not p.answers_guarded
  when exists f in p.inflows
    where (from_user(f)
      and (not by_visitor(f) or lets_people_in(p))
      and (known(p.answers_guarded) or not only_by_staff(f)))
  likelihood = Low
  impact = Moderate
  mitigated_by = [
    GuardedAnswers,
    ContentSecurityPolicy(strength = 50%),
    OutputEncoding(strength = 40%),
    HardenedBaseline(strength = 30%)
  ]
  references = ["CWE-1021", "CWE-116", "CAPEC-63", "T1189", "A05:2021", "A02:2025"]
  message = "Some answers of {p} may leave the browser to guess and to allow."
  detection = "Ask for a page, an error, a feed, a file that a user uploaded and a redirect, and compare their headers: policy for content, type without guessing, frames, features, referrer, transport."
  false_positives = "A relay in front adds the headers to every answer."
  remedy = "Add the headers in one place that every answer passes, with the strictest values as the default, and let a test read them from one answer of each sort."
  fix "Guard every answer" { p.answers_guarded = true }
}

/// The page's own script puts texts from the address or from answers into the page as if they were code.
threat DomScripting: Stride.Tampering "The page's script runs texts as code" {
  on p: SinglePageApp
  when not p.output_encoding
  when exists f in p.outflows
    where (f.target is process and (not known(f.receives) or count(f.receives) >= 1))
  likelihood = Low
  impact = Moderate
  mitigated_by = [OutputEncoding, ContentSecurityPolicy, CodeReview]
  references = ["CWE-79", "CAPEC-588", "T1059.007", "A03:2021", "A05:2025"]
  message = "{p} may put texts of others into the page as code."
  detection = "Search the code for places that set markup or run text; put a tag with an event handler into each answer and address that reaches them."
  false_positives = "The framework encodes by default, and a lint refuses the ways around it."
  remedy = "Set text, not markup; where markup is wanted, clean it with a kept-up library and demand trusted types."
  fix "Output is encoded" { p.output_encoding = true }
}

/// Addresses are kept in histories, logs, bookmarks and caches, and are sent along to the next site. What stands in them is known in all these places.
threat SecretsInAddress: Stride.InformationDisclosure "Secrets in the address" {
  on f: flow
  each d in f.in_address
  when known(f.in_address)
  when d is Credentials or d is Secret or d.confidentiality >= Moderate
  likelihood = Moderate
  impact = if d is Credentials or d is Secret then High else d.confidentiality
  mitigated_by = [LogRedaction(strength = 40%, on = f.target)]
  references = ["CWE-598", "CAPEC-150", "T1552", "A04:2021", "A06:2025"]
  message = "Addresses that {f.source} asks {f.target} for contain {d}."
  detection = "Search the logs of proxies and servers for it, and look at the referrer that a link on the page sends."
  false_positives = "It works once, within minutes, and only together with something else."
  remedy = "Send it in the body or a header; where a link is needed, use a code that works once."
}
