//! Programs: what serves, what works in the background, what runs at the user's, and what others run for us.
use std.stride

/// A program that answers requests over HTTP or a protocol like it.
type WebService: process "Web service" {
  /// How long a login is good for.
  session_lifetime: Duration
}

/// A web service that makes pages for browsers.
type WebApp: WebService "Web application"

/// A web service whose callers write their own queries.
type GraphQlApi: WebService "GraphQL API" {
  /// Depth, size and cost of a query are limited before it runs.
  depth_limit: Bool
}

/// The entry to other services: routes, checks, counts.
type ApiGateway: WebService "API gateway"

/// Spreads requests over copies of a service.
type LoadBalancer: Relay "Load balancer"

/// Keeps copies of answers near those who ask.
type Cdn: Relay "Content delivery network"

/// Works on messages or on a schedule; nobody waits for an answer.
type Worker: process "Worker"

/// A worker that runs on a schedule.
type BackgroundJob: Worker "Background job"

/// Code that a platform runs when something happens.
type Function: process "Function"

/// A client program inside a web page.
type SinglePageApp: ClientApp "Single-page application"

/// A client program on a phone.
type MobileApp: ClientApp "Mobile app"

/// Knows people and vouches for them.
type IdentityProvider: WebService "Identity provider"

/// Takes payments.
type PaymentProvider: process "Payment provider"

/// Sends mail.
type EmailProvider: process "E-mail provider"

/// Counts and watches what users do.
type AnalyticsProvider: process "Analytics provider"

/// Answers in words to words, and cannot tell an order from a quotation.
type LanguageModel: process "Language model"
