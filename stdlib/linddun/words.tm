//! What the rules of this package say often.

/// It is stated that it is about people who can be recognised.
fn personal(d: data) = known(d.personal) and d.personal

/// It is about people, or nobody has said: what opens a door is asked about elsewhere.
fn perhaps_personal(d: data) = d.personal and (known(d.personal) or d is not Credentials)

/// It is stated that it is personal, and its loss would hurt.
fn delicate(d: data) = personal(d)
  and (known(d.special_category) and d.special_category
    or known(d.confidentiality) and d.confidentiality >= High)

/// Neither our staff nor that of partners.
fn speaks_for_self(n: node) = n is actor and n is not Employee and n is not Partner

/// A person speaks for themselves, directly or through what only hands on; staff, ours and of partners, speak about others.
fn asked_of_people(f: flow) = speaks_for_self(f.source)
  or f.source is Relay
    and exists g in f.source.inflows
      where (speaks_for_self(g.source)
        or g.source is Relay and exists h in g.source.inflows where (speaks_for_self(h.source)))

/// The data is about the one who sends it, as far as anybody said.
fn about_sender(f: flow, d: data) = not known(d.subjects)
  or f.source is Relay
  or d.subjects has f.source

/// It comes from a person or from the program in their hands.
fn of_user(f: flow) = asked_of_people(f) or f.source is ClientApp

/// It goes to a program that is not ours.
fn goes_outside(f: flow) = f.target is process and f.target.external and not f.source.external

/// It is stated that using the program says something delicate.
fn is_delicate(n: node) = n is process and known(n.sensitive_use) and n.sensitive_use

/// It is stated that data about people serves this.
fn serves(n: node, aim: Purpose) = n is process and known(n.uses_for) and aim in n.uses_for

/// A program of ours sends it something.
fn fed_by_us(p: process) = exists f in p.inflows
  where (f.source is process and not f.source.external)
