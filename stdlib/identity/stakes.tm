//! How much a login is worth.
use std.web

/// It is known to matter much who reads it, or that it is right.
fn weighty(d: data) = known(d.confidentiality) and d.confidentiality >= High
  or known(d.integrity) and d.integrity >= High

/// The process handles something that is known to matter much.
fn handles_weighty(p: process) = exists f in p.inflows
    where (known(f.data) and exists d in f.data where (weighty(d)))
  or exists f in p.outflows where (known(f.data) and exists d in f.data where (weighty(d)))

/// What a stranger gains who is let in as someone else. Who vouches for people elsewhere gives away what is there.
fn stakes(p: process) = if p is IdentityProvider or handles_weighty(p) then Level.High
  else Level.Moderate
