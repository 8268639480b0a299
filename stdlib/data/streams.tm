//! Streams, queues and loads: data on its way between programs that never meet.
use std.web

/// It writes data that must be right.
fn writes_right(f: flow) = f.source is process and exists d in f.sends where d.integrity >= Moderate

/// Whoever has any login to the broker writes whatever they like into any topic, and all readers believe it: a price, a payment, an order to a machine.
threat AnyProducer: Stride.Spoofing "Anyone may speak in any topic" {
  on s: EventStream
  when not s.topic_rights
  when count([f.source for f in s.inflows where (f.source is process)]) >= 2
  when exists d in s.holds where d.integrity >= High
  likelihood = if exists f in s.inflows where (f.source is process and meets_strangers(f.source))
      then Moderate
    else Low
  impact = max(s.holds.integrity)
  mitigated_by = [TopicRights, MessageSigning(on = s.inflows), LeastPrivilege]
  references = ["CWE-862", "CAPEC-194", "T1565.001"]
  message = "Each program that may write into {s} may write into every topic of it."
  detection = "With the login of the least important producer, write a message into the most important topic."
  false_positives = "All producers are copies of one program."
  remedy = "Name for each topic who writes and who reads; refuse what is not named."
  fix "Rights for each topic" { s.topic_rights = true }
}

/// A producer changes a field, and every reader stops, or goes on with wrong values; the bad messages stay and come back.
threat UnagreedForm: Stride.Tampering "Messages of any form" {
  on s: EventStream
  when not s.schema_checked
  when count([f.source for f in s.inflows where (writes_right(f))]) >= 1
  when count(s.neighbours) >= 3
  when exists d in s.holds where d.integrity >= High
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [SchemaChecks, InputValidation(on = s.neighbours, strength = 50%)]
  references = ["CWE-349", "CAPEC-153", "T1565.001"]
  message = "{s} takes messages of any form, and several programs rely on them."
  detection = "In a test system, write a message with a missing field and one with a number as text; watch each reader."
  false_positives = "Each reader sets aside what it does not understand, and somebody looks there."
  remedy = "Agree on forms, keep them in a registry, and let the broker or the client library refuse the rest."
  fix "Forms are checked" { s.schema_checked = true }
}

/// What it works on must be right, so doing it twice is wrong.
fn has_messages_that_count(p: process) = exists q in p.neighbours
  where (q is Queue and known(q.holds) and exists d in q.holds where (d.integrity >= High))

/// Queues deliver a message again when they did not hear that it was done; attackers send it again on purpose. It is paid, shipped or counted twice.
threat CountedTwice: Stride.Tampering "A message that counts twice" {
  on p: Worker + Function
  when not p.repeat_safe
  when has_messages_that_count(p)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [RepeatSafe]
  references = ["CWE-837", "CAPEC-385", "T1565.001"]
  message = "{p} may do twice what a message asks for once."
  detection = "Put the same message into the queue twice, at once and an hour apart, and stop the program between its work and its confirmation."
  false_positives = "Its work only sets a state, and setting it again changes nothing."
  remedy = "Remember the number of each message in the same transaction as its effect."
  fix "Repeats do no harm" { p.repeat_safe = true }
}

/// Where the data comes from is not ours, or trusted less.
fn fetched_from_outside(f: flow, p: process) = f.source == p
  and not (known(f.receives) and count(f.receives) == 0)
  and (f.target.external or known(f.target.trust) and known(p.trust) and f.target.trust < p.trust)

/// A file that somebody else wrote becomes rows that everyone believes, with wrong columns, made-up values or texts that the next program runs.
threat UncheckedLoad: Stride.Tampering "Data from outside is loaded unchecked" {
  on p: EtlJob
  when not p.input_validation
  when exists f in p.outflows where (fetched_from_outside(f, p) and f.target is store)
  when exists f in p.outflows
    where (f.target is store and exists d in f.sends where d.integrity >= High)
  likelihood = Moderate
  impact = High
  mitigated_by = [
    InputValidation,
    MessageSigning(on = p.outflows, strength = 50%),
    Alerting(strength = 20%)
  ]
  references = ["CWE-349", "CAPEC-153", "T1565.001", "T1199"]
  message = "{p} loads data from outside into stores that must be right, unchecked."
  detection = "Give a test run a file with swapped columns, negative amounts, ten times the rows, and a text that begins like a formula."
  false_positives = "The load lands in a table of its own, and a person releases it."
  remedy = "Check form, ranges, sums and the number of rows before loading; keep what fails aside, and tell somebody."
  fix "Loads are checked" { p.input_validation = true }
}

/// Every column of the database, new ones too, goes to all who read the stream, and stays there.
threat FeedTellsAll: Stride.InformationDisclosure "The change feed tells everything" {
  on p: ChangeCapture
  when not p.columns_chosen
  when exists s in p.neighbours
    where (s is store and s is not Queue and exists d in s.holds where (d.confidentiality >= High))
  when exists f in p.outflows where (f.target is Queue)
  likelihood = Moderate
  impact = High
  mitigated_by = [ChosenColumns, DataMinimization, FieldEncryption(on = p.neighbours)]
  references = ["CWE-212", "CAPEC-116", "T1213.006"]
  message = "{p} tells readers of the stream all that changes, whatever it is."
  detection = "Add a column with a mark to a table in a test system, and look for the mark in the stream."
  false_positives = "All readers may see the whole table."
  remedy = "List the columns that leave, encrypt single fields, and let new columns stay by default."
  fix "Columns are chosen" { p.columns_chosen = true }
}
