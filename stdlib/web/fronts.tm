//! Fronts: caches, proxies and doors beside the guarded one.

/// What guards and limits stands at one door, and another one leads to the same program.
threat WayAroundTheFront: Stride.ElevationOfPrivilege "A way around the guarded front" {
  on f: flow
  when straight_from_untrusted(f) and not proven(f)
  when f.source is not Relay
    and f.target is process
    and exists g in f.target.inflows
      where (g.source is Relay
        and from_untrusted(g)
        and (g.source.controls has Waf
          or g.source.controls has RateLimit
          or g.source.controls has DdosProtection))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [NetworkSegmentation(on = f.target), MutualTls, Vpn]
  references = ["CWE-288", "CWE-424", "CAPEC-554", "T1190", "A01:2021", "A01:2025"]
  message = "From {f.source} a way leads to {f.target} past the front that guards it."
  detection = "Find the program's own address in certificates, old DNS entries and mail headers, and send a request to it that the front refuses."
  false_positives = "The program itself does what the front does."
  remedy = "Let the program accept connections from the front only, by network rules and by a certificate or secret of the front."
}

/// The front tells the programs behind it who calls: the address, the name, that TLS was used. Whoever reaches a program beside the front, or gets such a header past it, is who he says.
threat BelievedFront: Stride.Spoofing "Anyone may speak as the front" {
  on r: HttpRelay
  when exists f in r.inflows where (from_untrusted(f))
  when exists g in r.outflows
    where (g.target is WebService and not g.target.external and not proven(g))
  when not r.speaks_alone
  likelihood = Low
  impact = Moderate
  mitigated_by = [
    HeadersSetAnew,
    StrictHttp(strength = 50%),
    NetworkSegmentation(on = r.outflows.target),
    MutualTls(on = r.outflows)
  ]
  references = ["CWE-348", "CWE-290", "CAPEC-22", "T1190"]
  message = "Programs behind {r} may believe anyone what only {r} should say about callers."
  detection = "Send headers such as `X-Forwarded-For` and `X-Forwarded-Proto` with a mark in them through the front and straight to the programs; the mark must not appear in logs, limits or links."
  false_positives = "The programs use nothing that the front says: logs and limits are the front's."
  remedy = "Let the front take these headers away and set them anew, and let the programs believe them only from the front's addresses, certificate or secret."
  fix "Only the front is believed" { r.speaks_alone = true }
}

/// A header or parameter that the cache ignores changes the answer; the attacker asks once, and everyone gets what was made for him.
threat PoisonedCache: Stride.Tampering "One caller's answer kept for all" {
  on c: Cdn
  when not c.full_cache_keys
  when exists f in c.outflows where (f.target is WebService or f.target is Relay)
  when exists f in c.inflows where (exposed(f))
  likelihood = Low
  impact = Moderate
  mitigated_by = [
    CompleteCacheKeys,
    HardenedBaseline,
    InputValidation(strength = 30%, on = c.outflows.target)
  ]
  references = ["CWE-349", "CAPEC-141", "T1565.002"]
  message = "{c} may keep an answer that one caller shaped and give it to others."
  detection = "Send headers such as `X-Forwarded-Host` and unknown parameters with a mark in them, then ask again without, and search for the mark."
  false_positives = "Only files that are the same for everyone are kept."
  remedy = "Make everything that changes an answer part of its key, take unknown headers away, and keep only what says that it may be kept."
  fix "Complete the keys" { c.full_cache_keys = true }
}

/// Two programs in a row disagree where one request ends, and the attacker's second request becomes the beginning of the next user's.
threat SmuggledRequest: Stride.Tampering "A request hidden inside another" {
  on p: HttpRelay
  when not p.rejects_ambiguous
  when exists f in p.inflows where (f.source is HttpRelay and from_untrusted(f))
  likelihood = Low
  impact = High
  mitigated_by = [StrictHttp, Waf(strength = 30%), Waf(strength = 30%, on = p.inflows.source)]
  references = ["CWE-444", "CAPEC-33", "T1190"]
  message = "{p} and the relay in front of it may read a request differently."
  detection = "Send requests with two lengths, with a length and chunks, and with line breaks in HTTP/2 headers, through the whole chain of a test system."
  false_positives = "Both are one product in one version, and speak HTTP/2 to each other."
  remedy = "Refuse ambiguous requests at the first hop, speak HTTP/2 all the way, and do not share connections between users."
  fix "Refuse what is ambiguous" { p.rejects_ambiguous = true }
}

/// One of those who run the system comes in from a place that anyone can be in: another rule says so.
fn administered_from_outside(flows: [flow]) = exists f in flows
  where (f.source is Administrator and from_untrusted(f))

/// The pages from which the system is run answer everyone on the internet, and one hole or password in them is enough.
threat PublicAdminPanel: Stride.ElevationOfPrivilege "Administration pages in public" {
  on p: AdminPanel
  when open_to_strangers(p)
  when not administered_from_outside(p.inflows)
  when not administered_from_outside(ways_in(p))
  when not administered_from_outside(behind(ways_in(p)))
  likelihood = Moderate
  impact = VeryHigh
  mitigated_by = [
    AdministrationGateway,
    AdministrationGateway(on = p.inflows.source),
    NetworkSegmentation(strength = 60%),
    MultiFactor(strength = 60%)
  ]
  references = ["CWE-749", "CAPEC-87", "T1133", "T1190"]
  message = "{p} can be opened from the internet."
  detection = "Open its address from a mobile network; look for it in search engines for devices."
  false_positives = "A relay in front opens it only for those who proved who they are, and the model does not say so."
  remedy = "Put it behind the entry point for administrators, and take it off the public names."
}
