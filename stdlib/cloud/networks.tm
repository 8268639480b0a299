//! Networks of the cloud.
use std.data
use std.web

/// Strangers reach a program inside, and something inside is worth stealing.
fn worth_entering(n: CloudNetwork) = (exists e in n.elements
    where (e is process and meets_strangers(e)))
  and exists e in n.elements
    where (e is store and known(e.holds) and exists d in e.holds where (d.confidentiality >= High))

/// Whoever gets into a program here fetches tools and sends out what he found, to any address.
threat OpenEgress: Stride.InformationDisclosure "Everything may leave the network" {
  on n: CloudNetwork
  when n.open_egress
  when worth_entering(n)
  likelihood = Low
  impact = High
  mitigated_by = [
    NamedDestinations,
    EgressFilter,
    ServicePerimeter(strength = 40%),
    AccountWatch(strength = 20%)
  ]
  references = ["CWE-923", "T1048", "T1567.002", "T1105"]
  message = "Programs in {n} may send anything to any address on the internet."
  detection = "From a program that faces users, fetch a file from a host that nobody has heard of, and send one there."
  false_positives = "The sensitive store lies in a network of its own that the model does not show."
  remedy = "Let names and addresses out that are on a list; reach the provider's services by private addresses that admit our accounts only."
  fix "Named destinations only" { n.open_egress = false }
}

/// After a break-in nobody can say where the attacker came from, what he reached, or how much went out.
threat UnseenTraffic: Stride.Repudiation "Nobody can say who spoke with whom" {
  on n: CloudNetwork
  when not n.traffic_recorded
  when worth_entering(n)
  likelihood = Low
  impact = Moderate
  mitigated_by = [TrafficRecord, AccountWatch]
  references = ["CWE-778", "T1048"]
  message = "No record tells who spoke with whom in {n}."
  detection = "Ask which addresses on the internet the database's machine spoke with last month."
  false_positives = "A firewall that everything passes keeps the record."
  remedy = "Record flows of all networks to an account of those who watch, and keep them for as long as break-ins stay unnoticed: months."
  fix "Traffic is recorded" { n.traffic_recorded = true }
}

/// The other side is guarded less, and every address here can be tried from there.
threat JoinedNetworks: Stride.ElevationOfPrivilege "Joined with a network that is guarded less" {
  on n: CloudNetwork
  each b in n.joined_with
  when known(n.joined_with)
  when known(b.trust) and known(n.trust) and b.trust < n.trust
    or known(b.stage) and known(n.stage) and n.stage == Production and b.stage != Production
  likelihood = Low
  impact = High
  mitigated_by = [NetworkSegmentation, SeparateAccounts(strength = 30%)]
  references = ["CWE-653", "CAPEC-309", "T1210", "T1046"]
  message = "From {b} every address in {n} can be tried."
  detection = "From a machine over there, scan the ports of this side."
  false_positives = "Routes and rules let through only the few conversations that the model shows."
  remedy = "Share single services by private addresses instead of joining networks; where they stay joined, allow named addresses and ports."
}
