//! Programs: what serves, what works in the background, what runs at the user's, and what others run for us.
use std.stride

/// A program that answers requests over HTTP or a protocol like it.
type WebService: process "Web service" {
  icon = "api"
  /// Pages of any site may call it with the user's login and read the answer.
  any_origin: Bool
  /// Callers see stack traces, queries, versions or paths when something fails.
  detailed_errors: Bool
  /// It gives each login a session of a new name, and knows only names that it gave.
  session_renewed: Bool
  /// What changes something is refused unless it comes from a page of its own.
  forgery_refused: Bool
}

/// A web service that makes pages for browsers.
type WebApp: WebService "Web application" {
  icon = "web"
  /// Other sites cannot show it inside their pages.
  framing_refused: Bool
  /// Every answer, also errors, feeds and files, tells the browser what it may do with it: type, scripts, frames, camera and the like.
  answers_guarded: Bool
}

/// Pages from which the system itself is run.
type AdminPanel: WebApp "Administration panel" { icon = "administrator" }

/// A web service whose callers write their own queries.
type GraphQlApi: WebService "GraphQL API" {
  /// Depth, size and cost of a query are limited before it runs.
  depth_limit: Bool
}

/// A web service that is called over gRPC.
type GrpcService: WebService "gRPC service"

/// The entry to other services: routes, checks, counts.
type ApiGateway: WebService + HandsOn "API gateway" { icon = "gateway" }

/// A relay that reads HTTP before it passes it on.
type HttpRelay: Relay "Relay for HTTP" {
  /// What programs behind it are told about callers (address, name, use of TLS) only it can tell them: it takes such headers away and sets them anew, and they believe nobody else.
  speaks_alone: Bool
  /// It refuses requests whose length or form two programs could read differently.
  rejects_ambiguous: Bool
}

/// Spreads requests over copies of a service.
type LoadBalancer: HttpRelay "Load balancer" { icon = "balancer" }

/// Ends the connections of callers and asks the program behind it.
type ReverseProxy: HttpRelay "Reverse proxy"

/// Keeps copies of answers near those who ask.
type Cdn: HttpRelay "Content delivery network" {
  icon = "internet"
  /// Everything that changes an answer is part of the name under which it is kept.
  full_cache_keys: Bool
  /// Nothing is kept unless it is said to be for everyone, whatever its address looks like.
  private_kept_out: Bool
}

/// Works on messages or on a schedule; nobody waits for an answer.
type Worker: process "Worker" { icon = "worker" }

/// A worker that runs on a schedule.
type BackgroundJob: Worker "Background job" { icon = "clock" }

/// Code that a platform runs when something happens.
type Function: process "Function" { icon = "function" }

/// A client program inside a web page.
type SinglePageApp: ClientApp "Single-page application" { icon = "browser", in_browser = true }

/// A client program on a phone.
type MobileApp: ClientApp "Mobile app" { icon = "phone", in_browser = false }

/// Knows people and vouches for them.
type IdentityProvider: WebService "Identity provider" { icon = "identity" }

/// Takes payments.
type PaymentProvider: process "Payment provider" { icon = "card" }

/// Sends mail.
type EmailProvider: process "E-mail provider" {
  icon = "mail"
  /// Receivers can tell our mail from forged mail, and are asked to refuse the forged (SPF, DKIM and DMARC).
  sender_proven: Bool
}

/// A mail server of our own.
type MailServer: EmailProvider "Mail server"

/// Sends texts to phones, or calls them, and is paid for each: some for much, where the phone company abroad shares with whoever had it called.
type TextMessageGateway: process "Text message gateway" { icon = "phone" }

/// A domain, the names in it, and the account with the registrar that all of it hangs on.
type DomainNames: process "Domain and its names" {
  icon = "signpost"
  /// Names that point at something we no longer have are found and removed.
  names_checked: Bool
  /// Records in the names say who may issue certificates for them, and new certificates are noticed.
  issuers_limited: Bool
  /// The registrar changes nothing without a second factor and a lock being opened.
  registrar_guarded: Bool
}

/// Counts and watches what users do.
type AnalyticsProvider: process "Analytics provider" { icon = "chart" }

/// Answers in words to words, and cannot tell an order from a quotation.
type LanguageModel: process "Language model" { icon = "model" }

extend process {
  /// What partners answer is checked like input from strangers.
  answers_checked: Bool
  /// An answer to what it asks of others may take so long and be so large, redirects included, and no more.
  answers_limited: Bool
  /// Where it sends browsers on comes from a list, or is a path of its own.
  targets_listed: Bool
  /// After some wrong tries an account, and an address, has to wait, or is asked for more.
  guesses_limited: Bool
  /// What one caller, and all strangers together, can cause in a day at services that are paid by the request has a limit.
  costs_limited: Bool
  /// Whatever orders stand in a text that it gives a language model: nothing is done or told that the writer of the text may not do or know.
  orders_contained: Bool
  /// Metrics, profiles, states or debug pages of it answer whoever can connect.
  diagnostics_open: Bool
}

extend Ssh {
  /// The one who connects knows the other's key beforehand, and hangs up when it is another.
  host_key_known: Bool
}

extend flow {
  /// What of its data stands in the address: in the path or behind the question mark.
  in_address: [data]
}

extend model {
  /// There is a list of all hosts, interfaces and versions that answer, and old ones are switched off.
  interfaces_listed: Bool
  /// Strangers learn nothing of the inside: what fails is answered shortly, debug modes are off, and metrics, profiles and state pages ask who is calling.
  insides_hidden: Bool
  /// Algorithms, lengths of keys and versions of TLS come from a list that is renewed, and old ones are refused everywhere.
  algorithms_current: Bool
}
