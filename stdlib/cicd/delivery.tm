//! Delivery: what reaches production, by which way, and who can tell.
use std.web

/// Someone brings an artefact from their own machine.
fn brought_by_hand(flows: [flow]) = exists f in flows
  where ((f.source is actor or f.source is DeveloperMachine)
    and known(f.sends)
    and exists d in f.sends where (d is Artefact))

/// What runs in production was built or sent from a person's machine: no review, no test and no record stand between that machine and the users.
threat ReleasedByHand: Stride.Tampering "Released from someone's machine" {
  on f: flow
  when brought_by_hand(f)
    or f.source is Relay and (brought_by_hand(behind(f)) or brought_by_hand(behind(behind(f))))
  when f.target is Deploys or f.target is ArtefactRegistry
  when known(f.sends) and exists d in f.sends where (d is Artefact)
  likelihood = Moderate
  impact = High
  mitigated_by = [
    VerifiedRelease(on = f.target),
    RoleBasedAccess(on = f.target, strength = 40%),
    AuditLog(on = f.target, strength = 20%)
  ]
  references = ["CWE-424", "CAPEC-533", "T1195.002", "T1072", "CICD-SEC-1"]
  message = "Artefacts come into {f.target} from {f.source}, past the pipeline."
  detection = "Compare the digests of what runs with those that the pipeline has published."
  false_positives = "It is the written way for emergencies: somebody is told each time, and the next release undoes it."
  remedy = "Let only the pipeline's identity write and deploy; give people a way to start it, not to go around it."
}

/// Those who change and release things, straight from them.
fn from_developers(flows: [flow]) = exists f in flows
  where (f.source is actor or f.source is CiRunner or f.source is DeveloperMachine)

/// Nobody can find out afterwards who changed the pipeline or released what, and on whose approval.
threat UnrecordedDelivery: Stride.Repudiation "Nobody can tell who released what" {
  on p: CodeHost + CiServer + Deploys
  when not p.audit_log
  when from_developers(p.inflows)
    or from_developers(ways_in(p))
    or from_developers(behind(ways_in(p)))
  when none f in p.outflows where (f.target is store)
  likelihood = Low
  impact = Moderate
  mitigated_by = [AuditLog, Alerting]
  references = ["CWE-778", "CICD-SEC-10"]
  message = "{p} keeps no trustworthy record of who changed and released what."
  detection = "Release something harmless and change a setting of the pipeline; ask someone without access to find out from the records who did it, and when."
  false_positives = "The cluster or account that is deployed to keeps the record, with the person's name and not that of the pipeline."
  remedy = "Send the records of code host, build server and deployment to a place their administrators cannot change, and alarm on changed protections, new runners and new keys."
  fix "Actions are recorded" { p.audit_log = true }
}
