//! Rooms, machines in bags, and the bad day.
use std.web

/// Somebody walks in with a ladder and a smile, and leaves with a disk, or leaves something behind.
threat OpenServerRoom: Stride.Tampering "Anyone can walk up to the machines" {
  on b: Datacentre
  when not b.entry_controlled
  when count(b.elements) >= 1
  likelihood = Low
  impact = High
  mitigated_by = [EntryControl]
  references = ["CWE-1263", "CAPEC-390", "CAPEC-507", "T1200"]
  message = "Who gets to the machines in {b} may be known to nobody."
  detection = "Ask for the list of who went in last week. Then go there with a ladder at noon."
  false_positives = "A provider runs the room, and its certificate covers that."
  remedy = "Give each person their own badge, record and read who goes in, take guests by the hand, and lock the racks."
  fix "Entry is controlled" { b.entry_controlled = true }
}

/// A guest's laptop, a box behind the printer, or somebody in the car park with the password from the kitchen wall is inside.
threat StrangerOnTheOfficeNetwork: Stride.Spoofing "A stranger's machine in the office network" {
  on b: OfficeNetwork
  when not b.guests_kept_apart
  when exists e in b.elements where (e is process or e is store)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [GuestNetwork, NetworkSegmentation(strength = 40%)]
  references = ["CAPEC-390", "T1200", "T1669"]
  message = "Machines that nobody knows may get into {b}."
  detection = "Plug an unknown machine into a socket in a meeting room, and join the wireless network with what a visitor is told; list what answers."
  false_positives = "The network leads to the internet alone, and everything asks for its own proof."
  remedy = "Let machines prove themselves before they get in, by cable, too; keep guests apart; trust no one for being in the office."
  fix "Guests are kept apart" { b.guests_kept_apart = true }
}

/// A laptop is left in a train, and what was on it is read, sessions and keys included.
threat LostMachine: Stride.InformationDisclosure "A lost machine tells what was on it" {
  on w: Workstation
  when known(w.disk_encrypted) and not w.disk_encrypted
    or not known(w.disk_encrypted) and not w.encryption_at_rest
  when exists f in w.outflows
    where (known(f.data)
      and exists d in f.data
        where (d is Credentials
          or d is Secret
          or known(d.confidentiality) and d.confidentiality >= Moderate))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [DiskEncryption, DataMinimization(strength = 20%)]
  references = ["CWE-312", "CAPEC-507", "T1005"]
  message = "Whoever finds {w} may read what passed through it."
  detection = "Start one from a stick, or put its disk into another machine, and search it for documents, cookies and keys."
  false_positives = "It is bolted down in a guarded room and keeps nothing."
  remedy = "Encrypt the whole disk with a key bound to the machine and the person, and be able to wipe it and end its sessions from afar."
  fix "Disks are encrypted" { w.disk_encrypted = true }
}

/// It is Saturday night, everything is encrypted, and the list of whom to call is on the encrypted disk.
threat NobodyRehearsed: Stride.DenialOfService "Nobody has rehearsed the bad day" {
  on m: model
  when not m.incidents_rehearsed
  when exists d: data
    where (known(d.availability) and d.availability >= High and count(d.carried_by) >= 1)
  likelihood = Moderate
  impact = High
  mitigated_by = [IncidentRehearsal]
  references = [
    "T1486",
    "T1490",
    "NIST-800-53 IR-3",
    "NIST-800-53 CP-4",
    "ISO-27001 A.5.24",
    "PCI-DSS-4.0.1 12.10.1"
  ]
  message = "{m} has to be there, and nobody has tried what to do when it is attacked."
  detection = "On a quiet morning, say that all machines are encrypted; note who decides what, after how long, with which numbers, and what nobody could find."
  false_positives = "It happened last year, and what was learnt is written down."
  remedy = "Write down on paper who decides and whom to call, what goes on by hand, what is restored first; rehearse it once a year with those who decide."
  fix "It is rehearsed" { m.incidents_rehearsed = true }
}

/// The one who knows is on holiday, ill, or with another company.
threat OnlyOneKnows: Stride.DenialOfService "Only one person knows how" {
  on m: model
  when not m.deputies_known
  when known(m.deputies_known) or exists a: Administrator where (in_haste(a))
  when exists a: Administrator where (count(a.outflows) >= 1)
  likelihood = Low
  impact = Moderate
  mitigated_by = [Deputies]
  references = ["T1531", "NIST-800-53 CP-2", "ISO-27001 A.5.37"]
  message = "At {m}, what only an administrator can do may hang on one person."
  detection = "Let the person who always does it sit beside somebody who does it from what is written: a restore, a renewed certificate, a new administrator."
  false_positives = "A provider with people on duty does it."
  remedy = "Name a deputy for each such task, write it down, let the deputy do it twice a year, and keep a second way to every key."
  fix "There are deputies" { m.deputies_known = true }
}
