//! Rooms and machines: what fires, what stays silent.
use std.web

test "machine rooms" {
  boundary open: ServerRoom {
    entry_controlled = false
    store a
  }
  boundary locked: Datacentre {
    apply EntryControl
    store b
  }
  boundary quiet: Datacentre {
    store c
  }
  boundary empty: ServerRoom { entry_controlled = false }
  expect OpenServerRoom on open
  expect no OpenServerRoom on locked
  expect possible OpenServerRoom on quiet
  expect no OpenServerRoom on empty
}

test "guests in the office" {
  boundary open: OfficeNetwork {
    guests_kept_apart = false
    process files
  }
  boundary apart: OfficeNetwork {
    apply GuestNetwork
    process mail
  }
  boundary quiet: OfficeNetwork {
    process prints
  }
  boundary people_only: OfficeNetwork {
    guests_kept_apart = false
    actor clerk: Employee
  }
  expect StrangerOnTheOfficeNetwork on open
  expect no StrangerOnTheOfficeNetwork on apart
  expect possible StrangerOnTheOfficeNetwork on quiet
  expect no StrangerOnTheOfficeNetwork on people_only
}

test "lost machines" {
  data Contract { confidentiality = High }
  data Menu { confidentiality = VeryLow }
  process mail: WebService
  process bare: Workstation { disk_encrypted = false }
  process sealed: Workstation { apply DiskEncryption }
  process quiet: Workstation
  process kitchen: Workstation { disk_encrypted = false }
  flow a: bare -> mail { receives = Contract }
  flow b: sealed -> mail { receives = Contract }
  flow c: quiet -> mail { receives = Contract }
  flow d: kitchen -> mail { receives = Menu }
  expect LostMachine on bare
  expect no LostMachine on sealed
  expect possible LostMachine on quiet
  expect no LostMachine on kitchen
}

test "what is said of the media of a place holds for the machines in it" {
  data Letter { confidentiality = High }
  boundary office: OfficeNetwork {
    encryption_at_rest
    process safe: Workstation
    process stated: Workstation { disk_encrypted = false }
  }
  boundary shed: OfficeNetwork {
    encryption_at_rest = false
    process bare: Workstation
    process own: Workstation { disk_encrypted = true }
  }
  process quiet: Workstation
  process mail
  flow safe -> mail { sends = Letter }
  flow stated -> mail { sends = Letter }
  flow bare -> mail { sends = Letter }
  flow own -> mail { sends = Letter }
  flow quiet -> mail { sends = Letter }
  expect no LostMachine on safe
  expect LostMachine on stated
  expect LostMachine on bare
  expect no LostMachine on own
  expect possible LostMachine on quiet
}
