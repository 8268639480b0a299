//! Programs of others that we run: what is ours to do about them.

/// Security fixes of its makers are installed within days after they come out.
control PromptUpdates: ReadyMade "Updates within days" {
  strength = 75%
  prompt_updates = true
  satisfies = [
    "NIST-800-53 SI-2",
    "PCI-DSS-4.0.1 6.3.3",
    "ISO-27001 A.8.8",
    "SOC-2 CC7.1",
    "CIS-8.1 7.4",
    "NIST-CSF-2.0 PR.PS-02"
  ]
  cost = 3_000 EUR
}

/// What is asked of all parts of the system at once speaks for this one, too: nobody has answered it, or somebody sees to it.
fn asked_of_all(m: model) = known(m.components_watched) and m.components_watched
  or not known(m.components_watched)
    and exists p: process where (not p.external and p is not ClientApp and open_to_strangers(p))

/// A hole in the program is known, its makers have mended it, and ours still has it. Programs that search the internet for it are a day behind the news.
threat LateUpdates: Stride.ElevationOfPrivilege "Mended by its makers, not by us" {
  on p: ReadyMade
  when not p.prompt_updates
  when known(p.prompt_updates) or none m: model where (asked_of_all(m))
  when spoken_to(p)
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = High
  mitigated_by = [
    PromptUpdates,
    Waf(strength = 30%),
    NetworkSegmentation(strength = 30%),
    Sandbox(strength = 30%)
  ]
  references = ["CWE-1395", "CAPEC-310", "T1190", "A06:2021", "A03:2025"]
  message = "{p} may have holes that its makers have closed."
  detection = "Compare the version that runs, and those of its extensions, with the makers' list of security fixes; measure the days of the last three updates."
  false_positives = "Its makers run it for us, or it updates itself."
  remedy = "Subscribe to the makers' notices, rehearse updates, and install security fixes without waiting for the next window."
  fix "Fixes are installed within days" { p.prompt_updates = true }
}
