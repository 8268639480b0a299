//! What the team decided about the threats that remain.

mitigate NoRunbook on points_api with GameDay {
  status = planned
  owner = "loyalty@example.org"
  ticket = "LOY-88"
}

accept SharedTables on points until 2027-10-31 {
  by = "architecture@example.org"
  reason = "Offers move to a copy of their own with the next campaign. Until then marketing reads purchases directly."
}

transfer PartnerOutage on mail to printer {
  reason = "Letters that come late are paid for by the mailing house; the contract says so."
}

dismiss ThirdPartyDisclosure on points.Purchase {
  reason = "Name and last purchase are what the letter is about; the contract binds the mailing house."
}

// A typed wildcard: it holds for every service of marketing, also for those yet to come.
dismiss BrokenObjectAccess on s: AcmeService when s.team == "marketing" {
  reason = "There is one set of offers, and all of marketing may change it."
}
