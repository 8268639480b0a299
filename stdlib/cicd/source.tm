//! Source: who can change it, in whose name, and what lies in it.
use std.web

/// A key, password or certificate lies in the source or its history. Everyone who ever cloned it has a copy, and taking it out of the newest version takes it from nobody.
threat SecretInSource: Stride.InformationDisclosure "A secret in the source" {
  on s: CodeRepository
  when known(s.holds) and exists d in s.holds where (d is Secret)
  likelihood = if s.public then VeryHigh
    else if exists d in s.holds where (d is LongLivedKey) then High
    else Moderate
  impact = max([d.confidentiality for d in s.holds where (d is Secret)])
  mitigated_by = [
    SecretsManagement,
    FederatedIdentity,
    SecretScanning,
    PushProtection(strength = 30%)
  ]
  references = ["CWE-798", "CWE-540", "CAPEC-191", "T1552.001", "T1213.003", "CICD-SEC-6"]
  message = "{s} contains secrets, and so does every copy of it."
  detection = "Run a secret scanner over the whole history, over deleted branches and over the pull requests, not only over the newest commit; try what it finds."
  false_positives = "The key was revoked, and its log shows no use since; or it opens only a test system with made-up data."
  remedy = "Change the secret first, then take it out. Fetch it at run time from a secret store, or do without it by lending short-lived rights to the job."
}

/// Whoever can push, or has taken over the account of someone who can, changes what is built and shipped, alone and unseen.
threat UnprotectedBranch: Stride.Tampering "One person can change what is shipped" {
  on s: CodeRepository
  when not s.protected_branches
  likelihood = Moderate
  impact = if known(s.holds) and exists d in s.holds where (known(d.integrity))
      then max([d.integrity for d in s.holds where (known(d.integrity))])
    else High
  mitigated_by = [
    BranchProtection,
    SignedCommits(strength = 20%),
    CodeReview(on = s.inflows.source, strength = 30%)
  ]
  references = ["CWE-732", "CAPEC-443", "T1195.002", "CICD-SEC-1"]
  message = "{s} takes changes to the branches it is built from without a second person."
  detection = "Push a harmless change straight to the main branch, as a member, as an administrator and with the token of a bot; then approve a change of your own."
  false_positives = "Nothing is built from this repository, or the built thing is checked by a second person before it is used."
  remedy = "Demand a review by someone else and green checks for every branch that is built for release; take the exception for administrators away; let a new push undo old approvals."
  fix "Protect the branches" { s.protected_branches = true }
}

/// Name and address in a commit are whatever its author wrote. A change can carry a colleague's name, and the history will blame them.
threat ForgedAuthor: Stride.Repudiation "Changes in someone else's name" {
  on s: CodeRepository
  when known(s.signed_commits) and not s.signed_commits
  when count([f.source for f in s.inflows]) >= 1
  likelihood = Low
  impact = Moderate
  mitigated_by = [SignedCommits, BranchProtection(strength = 40%)]
  references = ["CWE-290", "CAPEC-692"]
  message = "{s} believes the author that a commit names."
  detection = "Commit with the name and address of a colleague, push, and see how the code host shows it."
  false_positives = "The code host records who pushed, keeps that record, and nobody reads anything into the name in the commit."
  remedy = "Refuse unsigned commits on protected branches, and show the one who pushed rather than the one who is named."
  fix "Authors sign" { s.signed_commits = true }
}

/// Keys that open production or the pipeline lie on a machine on which mail is read, pages are visited and programs of others are tried.
threat KeysOnDeveloperMachine: Stride.InformationDisclosure "Keys on a developer's machine" {
  on m: DeveloperMachine
  when known(m.holds) and exists d in m.holds where (d is Secret)
  likelihood = Moderate
  impact = max([d.confidentiality for d in m.holds where (d is Secret)])
  mitigated_by = [FederatedIdentity, SecretsManagement, HardenedBaseline(strength = 30%)]
  references = ["CWE-522", "CAPEC-150", "T1552.001", "T1552.004", "CICD-SEC-6"]
  message = "{m} keeps keys that a program started there can take."
  detection = "Search the home folder of a willing developer for keys: configuration of cloud tools, shell history, environment files, container logins."
  false_positives = "The key is bound to the machine's hardware and cannot leave it, or it opens only a sandbox of this developer."
  remedy = "Replace keys with logins that last some hours and ask for a second factor; keep the few that must be in hardware."
}

/// A bot, a scanner or a dashboard of another company was once given the right to read and write all our repositories. A break-in there is a break-in here.
threat OvergrantedIntegration: Stride.ElevationOfPrivilege "Someone else's tool may do too much" {
  on i: Integration
  when i.external and i.broad_grant
  when exists f in i.outflows
    where (f.target is CodeHost
      or f.target is CiServer
      or f.target is CodeRepository
      or f.target is ArtefactRegistry)
  likelihood = Moderate
  impact = High
  mitigated_by = [
    NarrowIntegration,
    IntegrationReview,
    LeastPrivilege,
    IntegrationReview(on = i.outflows.target),
    Alerting(on = i.outflows.target, strength = 20%)
  ]
  references = ["CWE-250", "CWE-1357", "CAPEC-122", "T1199", "T1671", "CICD-SEC-8"]
  message = "{i} may read or change more of our source than it needs."
  detection = "List the applications that the organisation has allowed, what each may do, who asked for it, and when it was last used."
  false_positives = "Writing everywhere is its task, and a person approves what it writes."
  remedy = "Grant it single repositories and reading only; prefer an application with short-lived tokens over a user's token; remove what nobody uses."
  fix "Cut its rights down" { i.broad_grant = false }
}

/// The key has been the same for so long that nobody can say any more who has a copy of it.
threat KeyNeverChanged: Stride.Spoofing "A key that was never changed" {
  on d: LongLivedKey
  when d.age > 365d
  when count(d.carried_by) >= 1 or count(d.held_by) >= 1
  likelihood = Low
  impact = if known(d.confidentiality) then d.confidentiality else High
  mitigated_by = [
    FederatedIdentity(on = d.carried_by.source),
    FederatedIdentity(on = d.held_by),
    SecretsManagement(on = d.held_by),
    SecretsManagement(on = d.carried_by.source)
  ]
  references = ["CWE-262", "CAPEC-560", "T1078.004", "CICD-SEC-6", "CICD-SEC-2"]
  message = "Copies of {d} have been good for more than a year."
  detection = "Ask when it was made, who could read it since then, and what would break if it were changed today; look for its uses in the log."
  false_positives = "It is of no use without a second thing that does change, such as an address or a device."
  remedy = "Change it, and rehearse changing it; better, replace it by rights that are lent for minutes."
}
