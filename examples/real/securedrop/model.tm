//! SecureDrop as a newsroom runs it: from the public guides for sources, journalists and administrators.
//! What they do not say is left unknown.

use std.web
use std.identity
use std.linddun
use std.people

model securedrop "SecureDrop" {
  owner = "security@newsroom.example.org"
  scope = "From the source's computer to the journalist's desk. What is done with a story afterwards is out of scope."
  methods = [Stride, Linddun]
  appetite = Moderate
}

/// What sources send: documents and messages. On the server only in a form that the key below opens.
data Submission: PersonalData "Submission" {
  confidentiality = VeryHigh
  integrity = High
  availability = Moderate
}

/// Seven words that are a source's name and password in one. The server keeps a hash.
data Codename: Credentials "Codename" {
  confidentiality = VeryHigh
  integrity = High
  personal = true
}
data Reply "Reply to a source" { confidentiality = VeryHigh, integrity = High, personal = true }

/// The days on which a source was there, how many things were sent; no addresses, no browsers.
data Traces: PersonalData "Traces of sources" { confidentiality = High, integrity = Moderate }
data SubmissionKey: Secret "Key that opens submissions" {
  confidentiality = VeryHigh,
  integrity = VeryHigh
}
data Login: Credentials "Journalist's passphrase and code" {
  confidentiality = High,
  integrity = High
}
data OnionKeys: Secret "Keys of the onion services" {
  confidentiality = VeryHigh,
  integrity = VeryHigh
  sealed = false // the servers start with them, and nobody types a password
}
data Opened: PersonalData "Opened documents" { confidentiality = VeryHigh, integrity = High }

/// Name and password at the relay, given when alerts are set up ("Prepare email accounts for alerts").
data RelayPassword: Secret "Password of the mail relay" {
  confidentiality = High,
  integrity = Low
}
data Alert "Alert" { confidentiality = Moderate, integrity = High }
data Page "Page that tells how to reach us" { confidentiality = VeryLow, integrity = VeryHigh }
data Updates "Packages and updates" { confidentiality = VeryLow, integrity = VeryHigh }

attacker watcher "Who watches the networks" { starts_at = [internet], skill = Level.VeryHigh }
attacker burglar "Who has taken the server" { starts_at = [source_site], skill = Level.High }

goal find_source "Learn who a source is" {
  attacker = watcher
  target = Traces
  impact = Level.VeryHigh
}
goal read_submissions "Read what was sent" {
  attacker = burglar
  target = Submission
  impact = Level.VeryHigh
}
