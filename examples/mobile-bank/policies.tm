//! What regulators and we ourselves ask of every change.

policy OrdersNeverInClear "Payment orders never travel in clear" {
  forbid f: flow when PaymentOrder in f.data and not f.encrypted
}

policy CardsInTheCore "Card numbers are kept in the core zone only" {
  forbid s: store when CardNumber in s.holds and s.boundary != vault_zone
}

policy AnalyticsLearnsLittle "Nothing of high confidentiality goes to analytics" {
  forbid f: flow when f.target is AnalyticsProvider
    and exists d in f.sends where d.confidentiality >= High
}

policy PaymentsAreTraced "Services that move money keep a trail" {
  require p: process when not (p.tags has psd2) or p is ApiGateway or p.audit_log
}
