//! Linking: putting together what belongs to one person, until it says more than was given.

/// What is delicate lies beside other things about the same people. Together they tell more than each was given for, and one query joins them.
threat LinkedRecords: Linddun.Linking "Records about one person can be joined" {
  on s: store
  when known(s.holds) and count([d for d in s.holds where (personal(d))]) >= 2
  when exists d in s.holds
    where (delicate(d) and not (known(d.identifiability) and d.identifiability == Anonymous))
  likelihood = Moderate
  impact = if exists d in s.holds where (known(d.special_category) and d.special_category) then High
    else Moderate
  mitigated_by = [Pseudonymization, DataMinimization, LeastPrivilege(strength = 30%)]
  references = ["LINDDUN L4", "CWE-359", "CAPEC-116", "GDPR Art.5"]
  message = "{s} holds several kinds of data about the same people, some of it delicate."
  detection = "Take two tables and see whether a shared id, address or time joins them; ask who needs the join."
  false_positives = "The kinds of data are about different people, or every use of the store needs them together."
  remedy = "Keep the delicate part in a store of its own, under another number, with its own accounts."
}

/// A number that stays the same goes to somebody outside. Whatever else comes with it, today or next year, there or at others who see the number too, adds up to one person's history.
threat LinkedElsewhere: Linddun.Linking "Others can link what a person does by a lasting number" {
  on f: flow
  when goes_outside(f)
  when known(f.sends)
    and exists d in f.sends
      where (personal(d) and known(d.identifiability) and d.identifiability == Numbered)
    and none d in f.sends
      where (personal(d) and known(d.identifiability) and d.identifiability == Named)
  likelihood = if f.source is ClientApp then High else Moderate
  impact = Moderate
  mitigated_by = [
    RotatingIdentifiers,
    Pseudonymization,
    DataMinimization,
    ProcessingAgreement(strength = 30%, on = f.target)
  ]
  references = ["LINDDUN L1", "CWE-359", "CAPEC-116", "GDPR Art.25"]
  message = "{f.source} sends {f.target}, run by somebody else, a number that stays with one person."
  detection = "Record what two visits of a test user, a week apart, send to the receiver; mark every value that is the same."
  false_positives = "The number is made for this receiver alone, and changes when the person asks for it."
  remedy = "Send a number made for this receiver, and let it change."
}

/// The device itself calls a system of someone else, which thereby sees address, device and time of each use, whatever is sent or not sent.
threat DeviceCallsOthers: Linddun.Linking "Someone else sees when and where the app is used" {
  on f: flow
  when f.source is ClientApp and goes_outside(f)
  when known(f.sends) and none d in f.sends where (personal(d))
  likelihood = Moderate
  impact = Low
  mitigated_by = [AnonymousAccess, ProcessingAgreement(strength = 40%, on = f.target)]
  references = ["LINDDUN L3", "CAPEC-621", "GDPR Art.25"]
  message = "{f.source} calls {f.target}, run by somebody else, straight from the person's device."
  detection = "Record the traffic of the device from start to first screen; list the hosts and ask for each what would break without it."
  false_positives = "The call goes through a relay of ours, or happens once when the app is installed."
  remedy = "Serve it from a system of our own, or fetch it through one."
}

/// Data about people is turned into a picture of each: what they like, are worth, will do. People notice that something knows them, or never learn why they were treated so.
threat ProfiledPeople: Linddun.Linking "Pictures are made of single people" {
  on p: process
  when serves(p, Personalisation) or serves(p, Advertising) or serves(p, Scoring)
  when not p.external or fed_by_us(p)
  when exists d in p.inputs.data where (personal(d))
  likelihood = Moderate
  impact = if exists d in p.inputs.data where (delicate(d)) then High else Moderate
  mitigated_by = [
    PrivacySettings,
    ConsentManagement(strength = 50%),
    Pseudonymization(on = p.inflows),
    DataMinimization,
    NoisyStatistics
  ]
  references = ["LINDDUN L5", "CWE-359", "GDPR Art.22", "GDPR Art.25"]
  message = "{p} makes pictures of single people from data about them."
  detection = "Let the program explain what it knows about a test person and from what; ask which of it that person expects."
  false_positives = "It only groups people by something they chose themselves, such as a language."
  remedy = "Work with groups instead of persons, or with what the person entered for this purpose."
}
