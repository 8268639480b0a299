//! Detecting: learning that somebody is involved, without reading a word.

/// Someone who watches the network learns that this person uses the service, and what for.
threat ObservableUse: Linddun.Detecting "Others notice who uses the service" {
  on f: flow
  when from_user(f) and (f.source is actor or f.source is ClientApp)
  when not f.encrypted and not on_one_machine(f)
  when known(f.data) and exists d in f.data where (personal(d))
  likelihood = Moderate
  impact = if f.target is process and is_delicate(f.target) then High else Low
  mitigated_by = [Tls, Vpn, EndToEndEncryption]
  references = ["LINDDUN D2", "CWE-319", "CAPEC-158", "T1040"]
  message = "Watchers of the network see that {f.source} uses {f.target}, and for what."
  detection = "Record the traffic of one test user and describe them from it."
  false_positives = "Using the service says nothing about a person."
  remedy = "Encrypt the conversation, names of hosts included where that is possible."
  fix "Encrypt the flow" { f.encrypted = true }
}

/// Nobody reads the conversation, but address, time and amount show that this person uses the service, and that is already too much.
threat VisibleContact: Linddun.Detecting "The contact itself gives people away" {
  on f: flow
  when of_user(f) and f.target is process and is_delicate(f.target)
  when f.crosses_boundary and known(f.encrypted) and f.encrypted
  likelihood = Low
  impact = High
  mitigated_by = [AnonymousAccess, Vpn(strength = 50%)]
  references = ["LINDDUN D2", "CAPEC-158", "CAPEC-621"]
  message = "Whoever sees with whom {f.source} talks learns that they use {f.target}."
  detection = "Look at a day of a test user's network with names, addresses and sizes only; guess what they did."
  false_positives = "The address is shared with much that everybody uses."
  remedy = "Serve it under an address of something harmless, or offer a way in over an anonymity network."
}

/// Relays hide who talks to whom, but not when, and not how much. Who watches both ends sees a long message leave here and one of the same length arrive there a second later.
threat TellingTraffic: Linddun.Detecting "Times and sizes join both ends" {
  on f: flow
  when f.source is Relay and is_delicate(f.source) and f.target is process
  when f.crosses_boundary and not f.padded
  likelihood = Low
  impact = High
  mitigated_by = [CoverTraffic]
  references = ["LINDDUN D2", "LINDDUN L5", "CAPEC-621", "T1040"]
  message = "Times and sizes of what {f.source} hands to {f.target} show who is at the other end."
  detection = "Record times and sizes at both ends for a day of test users, without contents, and match them."
  false_positives = "So many people use it at every moment that nobody stands out."
  remedy = "Fill messages to a few sizes, deliver them in batches or at random times, and send something when there is nothing to send."
  fix "Sizes and times tell nothing" { f.padded = true }
}

/// Somebody with the device in hand sees that the service was used: an icon, a history, a message on the locked screen.
threat TracesOnDevice: Linddun.Detecting "Traces on the device" {
  on p: ClientApp
  when exists f in p.outflows where (f.target is process and is_delicate(f.target))
    or is_delicate(p)
  when p.leaves_traces
  likelihood = Moderate
  impact = High
  mitigated_by = [NoTraces, PrivacySettings(strength = 50%), DataMinimization]
  references = ["LINDDUN D3", "CWE-524", "CWE-525", "GDPR Art.25"]
  message = "{p} belongs to something delicate, and leaves traces on the device."
  detection = "Use it, lock the device, and let somebody else look: icon, history, notifications, suggestions, cache."
  false_positives = "Nobody else gets hold of the devices of these people."
  remedy = "A neutral name and icon, notifications without content, nothing kept, a way to leave quickly."
  fix "Nothing is left behind" { p.leaves_traces = false }
}

/// The answer for a known person or record differs from that for an unknown one. Whoever asks learns who is a customer, patient or member.
threat AnswersTellExistence: Linddun.Detecting "Answers tell who is known" {
  on p: process
  when is_delicate(p)
  when not p.uniform_answers
  when exists f in p.inflows where (of_user(f) or from_untrusted(f))
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = High
  mitigated_by = [UniformAnswers, RateLimit(strength = 40%), AnonymousAccess(strength = 20%)]
  references = ["LINDDUN D1", "LINDDUN D4", "CWE-204", "CWE-208", "CAPEC-54"]
  message = "{p} is delicate to use, and tells by its answers whether somebody is known to it."
  detection = "Ask for a login, a reset, a registration and a record: once with one that exists and once with one that does not; compare words, codes and times."
  false_positives = "Who is known is public."
  remedy = "Answer both alike, and send the difference to the person's own address."
  fix "Answers are the same" { p.uniform_answers = true }
}
