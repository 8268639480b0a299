//! Elevation of privilege: doing what one has no right to do.

/// It is stated that it asks nobody who they are: there are no callers to tell apart, and another rule says so.
fn serves_anyone(p: process) = known(p.authentication)
  and p.authentication == NoAuthentication
  and not (known(p.also_accepts) and count(p.also_accepts) >= 1)

/// The process can do more than its callers may, and does not check what each of them may do.
/// Whoever can reach it borrows its rights to everything behind it.
threat MissingAccessControl: Stride.ElevationOfPrivilege "Callers borrow the rights of the process" {
  on p: process
  when p is not PassesOn and not p.access_control
  when known(p.access_control) or p is not ReadyMade and not serves_anyone(p)
  when count(stores_used(p)) >= 1 or count(stores_used_behind(p)) >= 1
  when exists f in p.inflows
    where (comes_in(f) and not at_a_shell(f) or known(p.access_control) and handed_once(f))
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = High
  mitigated_by = [RoleBasedAccess, LeastPrivilege, Waf(strength = 10%)]
  references = [
    "CWE-862",
    "CWE-425",
    "CAPEC-1",
    "CAPEC-122",
    "T1068",
    "A01:2021",
    "A01:2025",
    "API5:2023"
  ]
  message = "Callers of {p} may get things done in stores that they should not."
  detection = "List the operations; call each as a visitor, as a user and as an administrator, also those that no page links to."
  false_positives = "There is one kind of caller and everything the process does is meant for it."
  remedy = "Refuse everything by default, decide in one place on the server who may do what, and test each operation in each role."
  fix "Access is checked" { p.access_control = true }
}

/// A relay whose makers keep it mended, such as one that a provider runs: nobody of ours gets onto it, nor strangers through us.
fn kept_mended(p: process) = p is Relay
  and p is ReadyMade
  and known(p.prompt_updates)
  and p.prompt_updates

/// One of them comes in from a place that is trusted less than the program.
fn from_below(flows: [flow], p: process) = exists f in flows
  where (f.crosses_boundary and f.source.trust < p.trust)

/// One of them leads into a place that is trusted more than the program.
fn into_above(flows: [flow], p: process) = exists f in flows
  where (f.crosses_boundary and f.target.trust > p.trust)

/// A process in a place that is trusted only half, such as a DMZ, takes requests from a less trusted place and also talks into a more trusted one.
/// Taken over, it is a stepping stone across both borders.
threat SteppingStone: Stride.ElevationOfPrivilege "A foothold that leads further in" {
  on p: process
  when p.trust < Trusted // from one place of ours into a better guarded one, each caller has to go some way
  when not kept_mended(p)
  when from_below(p.inflows, p) or p is not Relay and from_below(ways_in(p), p)
  when into_above(p.outflows, p) or p is not Relay and into_above(ways_out(p), p)
  likelihood = Low
  impact = High
  mitigated_by = [
    Sandbox,
    NetworkSegmentation,
    LeastPrivilege,
    EgressFilter,
    HardenedBaseline,
    DependencyScanning,
    CodeReview,
    Alerting
  ]
  references = ["CWE-653", "CWE-441", "CAPEC-233", "T1210", "T1611"]
  message = "A way leads through {p} from a less trusted place into a more trusted one."
  detection = "From a shell inside the process's container or machine, list what it can connect to and with which credentials."
  false_positives = "Between the process and the inner place stands a gateway that grants nothing on the process's word alone."
  remedy = "Cut down what the process can reach and with which rights, and let the inner side ask for the user's own proof."
}
