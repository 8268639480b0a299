//! What we decided. Decisions stand beside the model, in their own file, so that a review shows them by themselves.

/// By hand: no rule knows that our numbers count upwards.
threat CountedNumbers: Stride.InformationDisclosure "Tracking numbers can be counted through" {
  on look_up
  likelihood = Level.High
  impact = Level.Low
  message = "Numbers follow each other; a script can ask for all of them."
  detection = "Take the number of your last parcel, add one, and look."
}

// It shows places and times, no names; the rate limit makes counting slow, and new numbers are random from July on.
mitigate CountedNumbers on look_up with RateLimit {
  status = implemented
  verified_by = [junit("edge-tests", case = "rate_limit_*")]
  owner = "tracking@example.org"
  ticket = "TRK-870"
}

// One decision covers all witnesses of the flow: the key and the shipments.
mitigate CleartextTransport on ingress -> api with MutualTls {
  status = planned
  owner = "platform@example.org"
  ticket = "PLT-133"
}
accept AlteredInTransit on ingress -> web until 2027-06-30 {
  by = "platform@example.org"
  reason = "Whoever can change traffic between our namespaces has won already; the mesh of PLT-133 closes it."
}
accept AlteredInTransit on ingress -> scan_intake until 2027-06-30 {
  by = "platform@example.org"
  reason = "As for the pages. Scan events are checked against the route before they count."
}

// The certificates lie in two namespaces; reading those would do.
mitigate WideApiRights on ingress with NarrowServiceAccount {
  status = proposed
  owner = "platform@example.org"
  ticket = "PLT-151"
}

// Operators get certificates today. The company's identity provider knows who has left.
mitigate UnrevocableLogin on kube_api with FederatedClusterLogin {
  status = planned
  owner = "platform@example.org"
  ticket = "PLT-158"
}

// It has to apply whatever lies in the repository. Its signed commits are the border.
accept WideApiRights on gitops until 2027-06-30 {
  by = "platform@example.org"
  reason = "It is the one that everybody else's rights were taken away for. Only signed, reviewed commits reach it."
}

transfer PartnerOutage on notifier -> mail_provider to mail_provider {
  reason = "The contract has a service level with a penalty, and nobody misses a parcel for want of a mail."
}

// What stands behind the ingress counts as exposed as the ingress itself. The ingress counts requests for all of them:
// a decision may say so for every workload of a namespace at once.
mitigate DenialOfService on w: Workload when w.boundary == tracking_ns with RateLimit(
  strength = 75%
) {
  status = implemented
  verified_by = [junit("edge-tests", case = "rate_limit_*")]
  owner = "platform@example.org"
  ticket = "PLT-98"
}

dismiss WeakAuthentication on web {
  reason = "The pages are for everyone who has a tracking number, and they change nothing."
}
