//! What reaches into the app: links, other apps, pages, libraries, messages.
use std.web

/// Another app claims the same kind of link and gets what was meant for this one, a login's code for example; or sends this one where it should not go.
threat HijackedLink: Stride.Spoofing "Links that another app can take" {
  on p: OpensFromLinks
  when not p.links_verified
  likelihood = Low
  impact = High
  mitigated_by = [VerifiedLinks, InputValidation(strength = 30%)]
  references = ["CWE-939", "CAPEC-501", "T1635.001", "M4:2024", "MASVS-PLATFORM-1"]
  message = "Links meant for {p} may open another app."
  detection = "Install a test app that claims the same links, and follow a login and a password mail; send this app links with other people's ids and foreign addresses."
  false_positives = "Links only open the first screen, and nothing in them is used."
  remedy = "Use links of your own domain that the system verifies, and treat what stands in them as input from strangers."
  fix "Verify links" { p.links_verified = true }
}

/// Another app starts a part of this one that was meant for itself, past login and checks, or feeds it false messages.
threat OpenComponent: Stride.ElevationOfPrivilege "Parts of the app that any app can start" {
  on p: OffersComponents
  when not p.callers_checked
  likelihood = Low
  impact = High
  mitigated_by = [CheckedCallers, InputValidation(strength = 40%)]
  references = ["CWE-926", "CAPEC-502", "T1635", "M8:2024", "MASVS-PLATFORM-1"]
  message = "Any app on the device may start parts of {p}."
  detection = "List what the installed app offers to others; start each from a test app, with and without data."
  false_positives = "What is offered only shows something public."
  remedy = "Offer nothing that other apps do not need; ask for a permission that only your own signature gives, and check who calls."
  fix "Check callers" { p.callers_checked = true }
}

/// A page that is not ours, or was changed on the way, calls functions of the app and acts with its rights and sessions.
threat PageCallsApp: Stride.ElevationOfPrivilege "A page calls functions of the app" {
  on p: EmbedsWebView
  when p.foreign_pages and p.script_bridge
  likelihood = Moderate
  impact = High
  mitigated_by = [ConfinedWebView, ContentSecurityPolicy(strength = 30%), Sandbox(strength = 40%)]
  references = ["CWE-749", "CAPEC-500", "CAPEC-503", "M4:2024", "MASVS-PLATFORM-2"]
  message = "Pages of others inside {p} may call functions of the app."
  detection = "Make the app show a page of your own, by a link, a redirect or an advertisement, and call each function that the bridge offers."
  false_positives = "The functions only do what every page can do in a browser."
  remedy = "Show only your own pages, open everything else in the browser, and give the bridge the few functions that those pages need."
}

/// A library for advertisements, counting or maps runs with all rights of the app and talks to its maker. When that maker changes hands or is broken into, it reads along.
threat LibraryReadsAlong: Stride.InformationDisclosure "Somebody else's library reads along" {
  on f: flow
  when f.source is MobileApp and f.target is EmbeddedSdk
  when f.target.external
    or exists g in f.target.outflows where (g.target is process and g.target.external)
  likelihood = Low
  impact = if exists g in f.source.outflows
        where (known(g.data)
          and exists d in g.data where (d is Credentials or d.confidentiality >= High))
      then High
    else Moderate
  mitigated_by = [
    DependencyScanning(on = f.source),
    CodeReview(strength = 20%, on = f.source),
    DataMinimization,
    CodeIntegrity(strength = 30%, on = f.source)
  ]
  references = ["CWE-829", "T1474.001", "M2:2024", "M6:2024", "MASVS-CODE-3", "MASVS-PRIVACY-1"]
  message = "{f.target} runs with all rights of {f.source}, and belongs to somebody else or talks to them."
  detection = "Record all traffic of the app on first start, at login and on the most sensitive screen; for each host ask who added it and what for."
  false_positives = "The library is open, built by ourselves, and talks to nobody but the host we chose."
  remedy = "Do without it on sensitive screens, start it after consent, pin its version, and read what changed before updating."
}

/// What a push message says passes through the platform's servers, lies on the lock screen, and is read by every app that may read notifications.
threat TalkativePush: Stride.InformationDisclosure "Push messages that say too much" {
  on f: flow
  each d in f.sends
  when f.target is PushService
  when known(f.sends)
  when d is Credentials or d is Secret or d.confidentiality >= Moderate
  likelihood = Moderate
  impact = if d is Credentials or d is Secret then High else d.confidentiality
  mitigated_by = [EndToEndEncryption, DataMinimization]
  references = ["CWE-359", "T1517", "M6:2024", "MASVS-STORAGE-2"]
  message = "{f.source} sends {d} through {f.target} and onto lock screens."
  detection = "Lock a test phone and read what comes; read it from an app that may read notifications."
  false_positives = "The message is encrypted for the app, which shows it after unlocking."
  remedy = "Send only that there is something new, and let the app fetch it after unlocking."
}
