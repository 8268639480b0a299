//! Checkout of an online bookshop.


use std.web
use std.aws {RdsPostgres}
model bookshop "Online bookshop" {

  owner    = "payments@example.org"
  methods=[Stride,Linddun]
      appetite = Moderate                      // residual risk above this fails the gate


  // nothing more

}
tag pci   "In scope of PCI DSS"
/// Primary account number, expiry, name.
data Card "Cardholder data" {confidentiality = High,integrity=Moderate , records = 2_000_000}
boundary aws :CloudAccount "AWS production" {
boundary vpc: PrivateNetwork {
process api: WebService+Uploads "Checkout API" {
internet_facing
apply [ Waf , RateLimit ]{status=planned}
}
}
}
flow checkout:customer->api over Https "Place order" {sends=[Order,Card],receives=Order}
flow api
  -> orders
  over PostgresWire
