//! What must stay as it is.

policy WritesAreAuthenticated "Nobody writes package files without a token" {
  forbid f: flow when f.target == files and Package in f.sends and f.source == interfaces
}

policy KeysStayInside "Keys of services go to no other organisation" {
  forbid f: flow when ServiceKeys in f.data and f.target.external
}
