//! Requirements of PCI DSS that a model can show. What concerns organisation, sites and people is not here.

use std.compliance

/// Account data is not kept where somebody outside can open a connection to it.
policy PciStoresBehind "Stores of account data are not reached from untrusted networks" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 1.4.4"]
  on s: store
  when keeps_cards(s)
  met = stands_behind(s)
}

/// What is no longer needed is deleted by a rule that runs by itself.
policy PciRetention "Account data is deleted in time" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 3.2.1"]
  on s: store
  when keeps_cards(s)
  met = deletes_in_time(s)
}

/// The code on the back, the track and the PIN are forgotten when the payment is made, however well they could be encrypted.
policy PciNoProofKept "Nothing that proves a card is kept" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 3.3.1"]
  on s: store
  when keeps_cards(s)
  met = keeps_no_proof(s)
}

/// Encryption of whole disks is not enough: whoever can use the store reads the numbers in clear.
policy PciStoredUnreadable "Stored account numbers are unreadable" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 3.5.1"]
  on s: store
  when keeps_cards(s)
  met = hides_numbers(s)
}

/// Wherever the conversation leaves the zone in which it began.
policy PciTransit "Account data is encrypted on its way" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 4.2.1"]
  on f: flow
  when carries_cards(f)
  when exposed(f)
  met = unreadable_on_the_way(f)
}

/// What comes in is checked, and each operation is refused to those it is not meant for.
policy PciSafeCode "Programs withstand common attacks" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 6.2.4"]
  on p: process
  when handles_cards(p) and p is not PassesOn and p is not ReadyMade
  met = checks_input(p) and decides_access(p)
}

/// Known holes in components are found and closed.
policy PciPatches "Components are watched and patched" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 6.3.3"]
  on p: process
  when handles_cards(p) and p is not ReadyMade
  when none m: model where (known(m.components_watched) and m.components_watched)
}

/// Where somebody hears of holes in the whole system and closes them in days, no program needs a control of its own.
policy PciWatched "The components of the whole system are watched" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 6.3.3"]
  on m: model
  when known(m.components_watched) and exists p: process where (handles_cards(p))
  when m.components_watched or none p: process where (p.controls has DependencyScanning)
  met = m.components_watched
}

/// What its makers mend is installed within days.
policy PciUpdates "Ready-made programs are updated in time" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 6.3.3"]
  on p: ReadyMade
  when handles_cards(p)
  met = p.prompt_updates
}

/// Something that finds and stops attacks stands in front of what the public reaches.
policy PciWebProtection "Public web applications are shielded" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 6.4.2"]
  on p: process
  when handles_cards(p) and p is not PassesOn
  when p.internet_facing or open_to_strangers(p)
  met = filtered(p)
}

/// Scripts on pages that take card numbers are known and unchanged.
policy PciPageScripts "Scripts of payment pages are under control" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 6.4.3"]
  on p: process
  when p is not PassesOn and p is not HandsOn or is_page(p)
  when exists f in p.inflows
    where ((f.source is Relay or f.source is not HandsOn)
      and carries_cards(f)
      and opened_for_people(f)
      and not only_by_staff(f)
      and f is not Ssh)
  met = scripts_known(p)
}

/// People see account data only where their work needs it.
policy PciNeedToKnow "Access follows the needs of the work" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 7.2.2"]
  on p: process
  when handles_cards(p) and p is not PassesOn and used_by_people(p)
  met = decides_access(p)
}

/// Accounts of programs can do what the program needs and no more.
policy PciProgramAccounts "Programs have few rights on account data" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 7.2.5"]
  on s: store
  when keeps_cards(s)
}

/// Nobody and nothing is served without having proved who it is.
policy PciAuthenticated "Whoever comes near account data is authenticated" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 8.3.1"]
  on s: store
  when keeps_cards(s)
  met = store_asks_who(s)
}

/// Nobody and nothing is served without having proved who it is.
policy PciProgramAuthenticated "Whoever asks a program for account data is authenticated" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 8.3.1"]
  on p: process
  when p is not PassesOn and exists f in p.inflows where (tells_cards(f))
  met = asks_who(p)
}

/// One factor is not enough for anyone who works inside.
policy PciMultiFactor "Staff log in with two factors" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 8.4.2"]
  on p: process
  when handles_cards(p) and used_by_staff(p)
  met = staff_prove_twice(p)
}

/// Guessing ends after a few attempts.
policy PciLockout "Passwords cannot be guessed without end" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 8.3.4"]
  on p: process
  when handles_cards(p) and takes_passwords(p)
}

/// Who did what with account data can be told afterwards.
policy PciLogged "Access to account data is logged" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 10.2.1"]
  on p: process
  when handles_cards(p) and p is not PassesOn
  met = p.audit_log
}

/// Whoever did it cannot take it out of the record.
policy PciLogsKept "Logs cannot be changed" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 10.3.2"]
  on s: store
  when exists d in s.holds where (d is AuditTrail)
  met = s.append_only
}

/// Where people, or programs in their hands, ask the store itself, it says what each of them may do.
policy PciStoreAccess "Stores that people ask themselves decide who may do what" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 7.2.2"]
  on s: store
  when keeps_cards(s) and used_directly(s)
  met = store_decides_access(s)
}

/// Where people, or programs in their hands, ask the store itself, it records who did what.
policy PciStoreRecords "Stores that people ask themselves record who did what" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 10.2.1"]
  on s: store
  when keeps_cards(s) and used_directly(s)
  met = s.queries_recorded
}

/// Where no program of ours stands between, the way to the store asks for a second proof, or they bring one to every login.
policy PciStoreMultiFactor "Staff come to stores of account data with two factors" {
  regime = Regime.PciDss
  references = ["PCI-DSS-4.0.1 8.4.2"]
  on s: store
  when keeps_cards(s) and by_own_staff(s.inflows)
  met = store_staff_prove_twice(s)
}
