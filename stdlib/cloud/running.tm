//! What runs: machines, containers and functions, and how one gets at them.
use std.data
use std.web

/// A program on the machine that can be made to open an address hands out the machine's credentials.
threat MetadataTheft: Stride.InformationDisclosure "The machine's credentials over HTTP" {
  on p: CloudMachine
  when not p.metadata_token_required
  when spoken_to(p)
  likelihood = Moderate
  impact = High
  mitigated_by = [MetadataTokens, EgressFilter, LeastPrivilege, HardenedBaseline]
  references = ["CWE-522", "CAPEC-664", "T1552.005"]
  message = "Programs on {p} can be tricked into reading credentials of the machine."
  detection = "From the machine, ask the metadata service for the role's credentials without a session token."
  false_positives = "The machine has no role."
  remedy = "Demand the session token, allow it one hop, and switch the service off where nothing needs it."
  fix "Ask for a session token" { p.metadata_token_required = true }
}

/// Programs try every address for open shells and desktops, with leaked passwords and this week's hole, all day.
threat OpenAdminPort: Stride.ElevationOfPrivilege "The administrators' door stands on the street" {
  on p: CloudMachine
  when p.admin_ports_open
  when known(p.admin_ports_open) or exists f in p.inflows where (straight_from_untrusted(f))
  likelihood = High
  impact = High
  mitigated_by = [
    NoOpenShell,
    AdministrationGateway,
    NetworkSegmentation,
    MultiFactor(strength = 50%)
  ]
  references = ["CWE-1327", "CAPEC-555", "T1133", "T1110", "T1021"]
  message = "Anyone on the internet can knock at the entry for administrators of {p}."
  detection = "From outside, connect to the ports for shells, desktops and agents; list rules that allow all addresses."
  false_positives = "Only fixed addresses of ours are allowed, and a check keeps it so."
  remedy = "Close the port, and come in through the provider's session service or a gateway that knows people."
  fix "Close it" { p.admin_ports_open = false }
}

/// The image has a good name and a maker nobody checked: it comes with a miner, a key, or a way back in.
threat UnknownImage: Stride.Tampering "A machine from somebody's image" {
  on p: CloudMachine
  when known(p.image_known) and not p.image_known
  likelihood = Low
  impact = High
  mitigated_by = [KnownImages, CodeIntegrity, EgressFilter(strength = 30%)]
  references = ["CWE-1357", "CWE-829", "CAPEC-446", "T1204.003", "T1525"]
  message = "Nobody checked who made the image that {p} runs."
  detection = "Look up the owner of the image; publish one with a newer date and a like name from a test account, and see which the build takes."
  false_positives = "The provider itself made it, and it is named by id."
  remedy = "Name images by owner and id, build your own from them, and let the account refuse others."
  fix "A known image" { p.image_known = true }
}

/// The program answers anyone who finds its address, past the gateway that logs, counts and checks.
threat OpenFunctionUrl: Stride.Spoofing "An address that anyone may call" {
  on p: Serverless
  when known(p.public_url) and p.public_url
  when p.authentication == NoAuthentication
  when not spoken_to(p)
  likelihood = High
  impact = Moderate
  mitigated_by = [WorkloadLogins, StrongAuthentication, RateLimit(strength = 30%)]
  references = ["CWE-306", "CAPEC-115", "T1190"]
  message = "Beside the way that the model shows, a public address leads to {p}, and nobody is asked who they are."
  detection = "Call the address without a signature."
  false_positives = "The program checks a signature of its own in each request."
  remedy = "Take the address away, or let the platform accept only signed calls and calls from the gateway."
  fix "Only signed calls" { p.authentication = WorkloadIdentity }
}

/// Each request starts a copy, each copy costs, and there is no end: an attacker, or a loop of our own, spends a year's budget in a night.
threat RunawayBill: Stride.DenialOfService "It grows until the money is gone" {
  on p: Serverless
  when not p.scale_limited
  when known(p.scale_limited)
    or known(p.spending_watched) and not p.spending_watched
    or none b in p.boundaries where (b is CloudAccount) // else it is asked of the account first who watches spending
  when near_strangers(p)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [
    ScaleLimit,
    RateLimit,
    RateLimit(on = p.inflows.source),
    SpendingAlarms(on = p.boundaries, strength = 40%)
  ]
  references = ["CWE-770", "CAPEC-130", "T1496"]
  message = "Strangers make {p} run, in as many copies as they like."
  detection = "Multiply the price of the dearest request by what a rented machine can send in an hour; read the limit of copies."
  false_positives = "The account's quota is the limit, and reaching it is bearable for everything else there."
  remedy = "Set a limit of copies for each program, count callers at the gateway, and look for events that cause themselves."
  fix "There is a limit" { p.scale_limited = true }
}

/// The program starts when a service of the provider says so, for anyone: another customer points their bucket or rule at it.
threat BorrowedTrigger: Stride.Spoofing "Another customer pulls the trigger" {
  on p: Serverless
  when known(p.invoker_pinned) and not p.invoker_pinned
  likelihood = Low
  impact = Moderate
  mitigated_by = [PinnedInvoker, InputValidation(strength = 50%), Guardrails]
  references = ["CWE-441", "CAPEC-194", "T1648"]
  message = "Services of the provider may start {p} on behalf of other customers."
  detection = "From another account, name it as the target of an event, and see whether it runs."
  false_positives = "It checks in each event from which account and resource it came."
  remedy = "Name the resource and the account in the permission of the service."
  fix "Only for ours" { p.invoker_pinned = true }
}

/// What strangers gave us comes into it by this way.
fn carries_strangers_words(q: node, p: process) = (q is Queue or q is ObjectStore)
  and exists g in q.inflows
    where (from_untrusted(g) or g.source is process and g.source != p and meets_strangers(g.source))

/// An event looks as if the platform had made it, but its content is what a stranger wrote: the name of a file, a field of a message.
threat PoisonedEvents: Stride.Tampering "Events that carry strangers' words" {
  on p: Serverless
  when not p.input_validation
  when not exists f in p.inflows where (exposed(f) and f.source is not store)
  when exists q in p.neighbours where (carries_strangers_words(q, p))
  likelihood = Moderate
  impact = High
  mitigated_by = [InputValidation, TaskRole(strength = 30%), LeastPrivilege(strength = 30%)]
  references = ["CWE-349", "CAPEC-153", "T1190"]
  message = "Events whose content strangers wrote reach {p} unchecked."
  detection = "Upload a file whose name holds quotes, line breaks and a command; send a message with a missing field and a huge one."
  false_positives = "What writes the events has checked each field against a strict form, and nothing else can write there."
  remedy = "Check names, sizes, types and fields of events like input from the internet."
  fix "Input is validated" { p.input_validation = true }
}

/// It comes in by the provider's own channel, past every firewall, and runs as root: one right too many at the cloud, and all machines obey.
threat CommandsForAllMachines: Stride.ElevationOfPrivilege "One right runs commands on every machine" {
  on p: MachineManager
  when not p.commands_limited
  when exists f in p.outflows where (f.target is CloudMachine)
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [ReviewedCommands, LeastPrivilege(strength = 50%), AccountWatch]
  references = ["CWE-250", "CAPEC-122", "T1651"]
  message = "Whoever may use {p} runs what they like on the machines that it manages."
  detection = "With a developer's rights, send a command that prints the user it runs as to a machine of another team."
  false_positives = "Its users are administrators of these machines anyway."
  remedy = "Allow named documents on machines with a tag, keep free commands for emergencies, and record sessions elsewhere."
  fix "Reviewed commands only" { p.commands_limited = true }
}

/// The provider uses a copy again for the next call. What the last one left in a variable, a file or a connection is still there, and the next may be another customer's.
threat LeftFromLastCall: Stride.InformationDisclosure "What the last call left behind" {
  on p: CloudFunction
  when not p.keeps_nothing
  when for_tenants(p)
  likelihood = Low
  impact = High
  mitigated_by = [CleanCalls, TenantIsolation, CodeReview(strength = 30%)]
  references = ["CWE-488", "CAPEC-546", "T1213"]
  message = "What {p} did for one customer may still be there for the next."
  detection = "Call it in turn as two customers, with one copy allowed, and look for values of the first in answers to the second; search the code for variables outside of the handler."
  false_positives = "Only clients without a user and settings for all stay in memory."
  remedy = "Keep what belongs to a call in the call; clear temporary files; open connections with the rights of the customer."
  fix "Nothing stays" { p.keeps_nothing = true }
}
