//! Data disclosure: collecting, using, keeping and sharing more than the purpose needs.

/// More, finer or more delicate data than the purpose needs: what is not there cannot be lost, misused or asked for.
threat ExcessiveDetail: Linddun.DataDisclosure "More delicate data than needed" {
  on d: data
  when delicate(d) and not d.minimal
  when known(d.minimal) or d is not Credentials and d is not Secret // what opens a door has no coarser form
  when exists f in d.carried_by where (asked_of_people(f) and f.sends has d)
  likelihood = Moderate
  impact = if known(d.special_category) and d.special_category then High else Moderate
  mitigated_by = [
    ReviewedFields,
    DataMinimization(on = d.carried_by),
    DataMinimization(on = d.held_by),
    Pseudonymization(strength = 30%, on = d.held_by)
  ]
  references = ["LINDDUN DD1", "GDPR Art.5", "NIST-800-53 SI-12(1)"]
  message = "People are asked for {d}, although less would do."
  detection = "For each field ask what is done with it, when it was last done, and whether an age would do for a birthday, a region for an address, a yes for a document."
  false_positives = "A law names each field."
  remedy = "Drop fields without a use; make the others coarser; ask late, and only those for whom it matters."
  fix "Less would not do" { d.minimal = true }
}

/// So many people's data in one place that a single leak is a public event, and that somebody will find a second use for it.
threat LargeCollection: Linddun.DataDisclosure "Very many people's data in one place" {
  on d: data
  when known(d.records) and d.records >= 100_000
  when d.personal
  when exists s in d.held_by where (s is store)
  likelihood = Moderate
  impact = High
  mitigated_by = [
    RetentionLimit(on = d.held_by),
    DataMinimization(on = d.held_by),
    Pseudonymization(on = d.held_by)
  ]
  references = ["LINDDUN DD2", "CWE-359", "T1213", "T1530"]
  message = "{d}, of about {d.records} people, in one place: whoever gets in gets it all."
  detection = "Ask for each field when it was last used and for what; ask for the oldest record."
  false_positives = "Every record is of someone whom the system serves today."
  remedy = "Delete those who left, keep old years apart, drop fields."
}

/// The program uses data for something else than it was collected for. People gave it for one thing and find it used for another.
threat UnforeseenUse: Linddun.DataDisclosure "Used for something else" {
  on p: process
  each d in p.inputs.data
  when personal(d) and known(p.uses_for)
  when not p.external
    or exists f in p.inflows where (f.source is process and not f.source.external and f.sends has d)
  when exists aim in p.uses_for where (not (aim in d.purposes))
  likelihood = Moderate
  impact = if delicate(d) then High else Moderate
  mitigated_by = [
    ConsentManagement(strength = 60%),
    NoisyStatistics,
    DataMinimization(strength = 40%, on = p.inflows),
    Pseudonymization(strength = 40%, on = p.inflows)
  ]
  references = ["LINDDUN DD3", "GDPR Art.5", "NIST-800-53 PT-3"]
  message = "{p} uses {d} for something that it was not collected for."
  detection = "Compare the purposes in the notice that people saw with what the program's owner says it does."
  false_positives = "The new purpose fits the old one, and somebody has written down why."
  remedy = "Ask people again, use data that leads to nobody, or stop."
}

/// Nothing is deleted, so the store grows for ever: former customers, old addresses, what nobody needs and any leak would show.
threat KeptTooLong: Linddun.DataDisclosure "Nothing is ever deleted" {
  on s: store
  when known(s.holds) and exists d in s.holds where (personal(d))
  when none b in s.boundaries where (b is UserDevice or b is Browser)
  when s is not Rebuildable and (s is not Queue or s is EventStream)
  when not (s.controls has RetentionLimit)
  when not s.deletes_old
  likelihood = Moderate
  impact = if exists d in s.holds where (delicate(d)) then High else Moderate
  mitigated_by = [RetentionLimit, Pseudonymization(strength = 50%)]
  references = [
    "LINDDUN DD4",
    "LINDDUN Nc3",
    "GDPR Art.5",
    "NIST-800-53 SI-12(3)",
    "ISO-27001 A.8.10"
  ]
  message = "{s} keeps data about people, and nothing deletes what is past its time."
  detection = "Look for the oldest record, in the store, its copies and its backups; ask what would have deleted it."
  false_positives = "The store is emptied as a whole, with the project that it belongs to."
  remedy = "Write down a time for each kind of data and let a job delete, copies included."
  fix "Old data is deleted" { s.deletes_old = true }
}

/// The time that was set is so long that it is none, and no law asks for it.
threat LongPromise: Linddun.DataDisclosure "Kept for more than ten years" {
  on d: data
  when personal(d) and known(d.retention) and d.retention > 3660d
  when not (known(d.legal_basis) and (d.legal_basis == LegalDuty or d.legal_basis == PublicTask))
  when exists s in d.held_by where (s is store)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [RetentionLimit(on = d.held_by), Pseudonymization(on = d.held_by)]
  references = ["LINDDUN DD4", "GDPR Art.5", "NIST-800-53 SI-12"]
  message = "No law is named that asks to keep {d} for {d.retention}."
  detection = "Ask who used a record older than three years, and for what."
  false_positives = "Claims from a contract can be made that late."
  remedy = "Shorten the time, or keep only what the late purpose needs."
}

/// Personal data goes to more programs than the purpose needs.
threat SpreadData: Linddun.DataDisclosure "Personal data in many hands" {
  on d: data
  when d.personal
  when known(d.personal) or not (known(d.confidentiality) and d.confidentiality <= Low)
  when count(
      [
        f.target
        for f in d.carried_by
        where (f.target is process and f.target is not PassesOn and f.sends has d)
      ]
    ) >= 4
  likelihood = Moderate
  impact = if delicate(d) then High else Moderate
  mitigated_by = [
    DataMinimization(on = d.carried_by),
    Tokenization(on = d.held_by),
    Pseudonymization(strength = 50%, on = d.carried_by)
  ]
  references = ["LINDDUN DD5", "CWE-359", "CWE-213", "GDPR Art.25"]
  message = "Four programs or more receive {d}."
  detection = "Take the data away from each receiver in turn, in a test system, and see what stops working."
  false_positives = "Each receiver does a part of what the person asked for, and needs the whole."
  remedy = "Send a number, and let those who need the rest ask for it."
}
