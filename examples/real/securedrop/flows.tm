//! Who opens which connection; sticks that are carried count as one.

// The source
flow read: source -> tor_browser {
  sends = [Submission, Codename],
  receives = [Reply, Codename, Page]
}
flow tor_browser -> landing over Https "Find out how" { receives = Page }
flow tor_browser -> tor over Https {
  apply EndToEndEncryption // to the onion service
  sends = [Submission, Codename],
  receives = [Reply, Codename]
}
flow submit: tor -> source_site "Onion service" {
  encrypted // to the onion service, from end to end
  authenticated = false
  server_verified
  sends = [Submission, Codename]
  receives = [Reply, Codename]
}
flow source_site -> inbox { sends = Submission, receives = Reply }
flow source_site -> database { sends = [Traces, Codename], receives = [Traces, Codename] }

// The journalist
flow sit: journalist -> workstation { sends = [Login, Reply], receives = [Submission, Traces] }
flow collect: workstation -> journalist_site "Over Tor, to an onion service that asks for a key" {
  encrypted
  authenticated
  server_verified
  sends = [Login, Reply]
  receives = [Submission, Traces]
}
flow journalist_site -> inbox { sends = Reply, receives = Submission }
flow journalist_site -> database { sends = Traces, receives = Traces }
flow carry: workstation -> viewer "A stick is carried" {
  encrypted // the files are, with PGP
  authenticated // by the hand that carries it
  sends = Submission
}
flow look: journalist -> viewer { sends = [], receives = Opened }
flow viewer -> keyring { receives = SubmissionKey }
flow viewer -> documents { sends = Opened, receives = Opened }
flow viewer -> printer "Cable" { sends = Opened }

// Administration
flow tend: administrator -> admin_station { sends = [OnionKeys, Login] }
flow admin_station -> admin_stick { receives = [OnionKeys, Login] }
flow install: admin_station -> journalist_site over Ssh "SSH over Tor" { sends = OnionKeys }
flow source_site -> onion_keys { receives = OnionKeys }
flow monitor -> source_site "Agents report" { receives = Alert, encrypted, authenticated }
flow monitor -> alerts { sends = Alert }
flow monitor -> mail_settings { receives = RelayPassword }
flow journalist_site -> server_logs { sends = [] }
flow source_site -> server_logs "System's log" { sends = [] }
flow monitor -> mail over Smtp "Alerts, encrypted with PGP" {
  encrypted
  sends = [Alert, RelayPassword]
}
flow update: source_site -> packages over Https "Nightly updates" { receives = Updates }
