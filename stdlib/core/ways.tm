//! Ways that lead in past the first program: through stores, where one program leaves what another takes, and through relays, which only hand on what people say.

/// The program of ours is told something that comes from somebody outside, or from a person at its screen.
fn told_from_outside(p: process) = not p.external
  and exists f in p.inflows
    where ((exposed(f) or f.source is actor or handed_once(f))
      and not (known(f.sends) and count(f.sends) == 0))

/// The program of ours is told just this from outside.
fn told_of(p: process, d: data) = not p.external
  and exists f in p.inflows
    where (known(f.sends) and f.sends has d and (exposed(f) or f.source is actor or handed_once(f)))

/// Somebody fills the queue with what was made of words from outside, other than this program.
fn filled_from_outside(q: node, p: process) = q is Queue
  and exists f in q.inflows
    where (f.source is process
      and f.source != p
      and known(f.sends)
      and count(f.sends) >= 1
      and told_from_outside(f.source))

/// The queues out of which these programs take messages.
fn queues_before(programs: [node]) = [
  f.target
  for f in programs.outflows
  where (f.target is Queue and known(f.receives) and count(f.receives) >= 1)
]

/// The queues that deliver messages to these programs.
fn queues_that_push(programs: [node]) = [
  f.source
  for f in programs.inflows
  where (f.source is Queue)
]

/// Those who put messages into the queue that this conversation takes out.
fn writers_for(f: flow) = [
  g.source
  for g in f.target.inflows
  where (g.source is process
    and g.source != f.source
    and known(g.sends)
    and exists d in g.sends where (f.receives has d))
]

/// Those who put messages into the queue that this conversation delivers.
fn writers_behind(f: flow) = [
  g.source
  for g in f.source.inflows
  where (g.source is process and brings_on(g, f))
]

/// These programs make their messages of those of another queue, and that was filled with words from outside.
fn made_of_words(programs: [node], p: process) = exists q in queues_before(programs)
    where (filled_from_outside(q, p))
  or exists q in queues_that_push(programs) where (filled_from_outside(q, p))

/// The program puts into the store what somebody outside chose. Messages are made of whatever was asked; what other stores keep counts only where just that was sent by somebody outside: else a table that everyone reads would make everyone a reader of strangers' words.
fn puts_words(p: node, d: data, s: node) = p is process
  and (told_of(p, d) or s is Queue and told_from_outside(p))

/// Somebody outside chose what is put into the store: they do it, or a program that they told something, perhaps through a relay.
fn put_in_from_outside(f: flow, d: data) = known(f.sends)
  and f.sends has d
  and (f.source is actor
    or f.source is ClientApp
    or f.source is Workstation
    or f.source.external
    or puts_words(f.source, d, f.target)
    or f.source is Relay
      and exists g in behind(f)
        where (known(g.sends)
          and g.sends has d
          and (overheard(g) or puts_words(g.source, d, f.target))))

/// The program takes out of a store what somebody outside had put in by way of others.
fn taken_from_outside(f: flow) = f.source is process
  and f.target is store
  and known(f.receives)
  and (exists d in f.receives
      where (exists g in f.target.inflows
        where ((g.source != f.source or g.source is Relay) and put_in_from_outside(g, d)))
    or f.target is Queue and made_of_words(writers_for(f), f.source))

/// A store delivers what somebody outside had put in.
fn delivered_from_outside(f: flow) = f.source is store
  and known(f.sends)
  and (exists d in f.sends where (exists g in f.source.inflows where (put_in_from_outside(g, d)))
    or f.source is Queue and f.target is process and made_of_words(writers_behind(f), f.target))

/// A program of ours hands on what it took out of a store, where somebody outside had put it in.
fn handed_from_store(f: flow) = f.source is process
  and not f.source.external
  and known(f.sends)
  and (exists g in f.source.outflows
      where (g.target is store
        and exists d in g.receives where (f.sends has d)
        and taken_from_outside(g))
    or exists g in f.source.inflows where (delivered_from_outside(g) and brings_on(g, f)))

/// What the program works on may come from outside: it is told so, also through two programs of ours, or finds it in a store.
fn given_from_outside(p: process) = exists f in p.inflows
    where (from_outside(f) or delivered_from_outside(f) or handed_from_store(f))
  or exists f in p.outflows where (taken_from_outside(f))
  or p is not Relay and exists f in ways_out(p) where (taken_from_outside(f))

/// The stores that the program talks to.
fn stores_used(p: process) = [f.target for f in p.outflows where (f.target is store)]

/// Those that it talks to through a relay, such as a pool of connections.
fn stores_used_behind(p: process) = if p is not Relay
    then [f.target for f in ways_out(p) where (f.target is store)]
  else []

/// A person opens it, also by way of one program that only hands on what they say.
fn person_in_one(f: flow) = f.source is actor or exists g in inward(f) where (g.source is actor)

/// The same, also by way of two of them.
fn person_in_two(f: flow) = f.source is actor or exists g in inward(f) where (person_in_one(g))

/// People open them, also by way of up to three programs that only hand on what they say.
fn by_people(flows: [flow]) = exists f in flows
  where (f.source is actor or exists g in inward(f) where (person_in_two(g)))

/// Someone who works for us or with us opens it.
fn of_staff(f: flow) = f.source is Employee or f.source is Partner

/// Such people open it, also by way of one program that only hands on what they say.
fn staff_in_one(f: flow) = of_staff(f) or exists g in inward(f) where (of_staff(g))

/// The same, also by way of two of them.
fn staff_in_two(f: flow) = of_staff(f) or exists g in inward(f) where (staff_in_one(g))

/// People who work for us or with us open them, also by way of up to three programs that only hand on what they say.
fn by_staff(flows: [flow]) = exists f in flows
  where (of_staff(f) or exists g in inward(f) where (staff_in_two(g)))

/// One of those who run the system opens it, also by way of one program that only hands on what they say.
fn administrator_in_one(f: flow) = f.source is Administrator
  or exists g in inward(f) where (g.source is Administrator)

/// The same, also by way of two of them.
fn administrator_in_two(f: flow) = f.source is Administrator
  or exists g in inward(f) where (administrator_in_one(g))

/// Those who run the system open them, also by way of up to three programs that only hand on what they say.
fn by_administrators(flows: [flow]) = exists f in flows
  where (f.source is Administrator or exists g in inward(f) where (administrator_in_two(g)))

/// People who work for us opened what it hands on, or programs that only hand on what others say: only then is it worth following them.
fn may_be_by_staff(f: flow) = f.source is LeadsOn
  and all g in inward(f) where (g.source is Employee or g.source is LeadsOn)
  and count(inward(f)) >= 1

/// Only people who work for us open it, also by way of one program that only hands on what they say.
fn employee_in_one(f: flow) = f.source is Employee
  or may_be_by_staff(f) and all g in inward(f) where (g.source is Employee)

/// The same, also by way of two of them.
fn employee_in_two(f: flow) = f.source is Employee
  or may_be_by_staff(f) and all g in inward(f) where (employee_in_one(g))

/// Only people who work for us open it, also by way of up to three programs that only hand on what they say.
fn only_by_staff(f: flow) = f.source is Employee
  or may_be_by_staff(f) and all g in inward(f) where (employee_in_two(g))

/// What the conversation becomes where a program only hands it on.
fn onward(f: flow) = if f.target is LeadsOn
    then (if says_nothing(f) then f.target.outflows
      else [
        g
        for g in f.target.outflows
        where (not known(g.data)
          or count(g.data) == 0
          or exists d in f.sends where (g.sends has d)
          or exists d in f.receives where (g.receives has d))
      ])
  else []

/// What opened the conversation, as far as a program only handed it on: through a relay comes what they have in common, through a program in people's hands everything.
fn inward(f: flow) = if f.source is LeadsOn
    then (if f.source is HandsOn and not says_nothing(f)
        then [
          g
          for g in f.source.inflows
          where (not known(g.data)
            or count(g.data) == 0
            or exists d in g.sends where (f.sends has d)
            or exists d in g.receives where (f.receives has d))
        ]
      else f.source.inflows)
  else []

/// Only those who run the system open it, also by way of two programs that only hand on what they say.
fn only_by_administrators(f: flow) = f.source is Administrator
  or f.source is PassesOn
    and count(behind(f)) >= 1
    and all g in behind(f)
      where (g.source is Administrator
        or g.source is PassesOn
          and count(behind(g)) >= 1
          and all h in behind(g) where (h.source is Administrator))

/// What the conversations become where programs only hand them on.
fn ahead(flows: [flow]) = [
  g
  for g in [f.target for f in flows where (f.target is LeadsOn)].outflows
  where (exists f in flows where (f.target == g.source and goes_on(f, g)))
]

/// What the element's own conversations become where programs only hand them on.
fn ways_out(n: node) = ahead(n.outflows)
