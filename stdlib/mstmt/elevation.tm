//! Elevation of privilege, after Microsoft's rules E3 to E7 and the one about forged requests.

/// The provider's word opens every door; a hole in how it is asked, or in how its answer is checked, opens them to others.
threat SsoWeakness: Stride.ElevationOfPrivilege "Single sign-on may let others in" {
  on f: DataFlow
  when in_scope(f)
  when f.target is AuthorizationProvider and not f.target.run_by_microsoft
  likelihood = Low
  impact = High
  mitigated_by = [
    MultiFactor(strength = 30%, on = f.source),
    SessionProtection(strength = 40%, on = f.source),
    StrongAuthentication(strength = 50%, on = f.source)
  ]
  references = ["CWE-863", "CWE-347", "CAPEC-115", "T1606.002"]
  message = "{f.source} leaves to {f.target} who may do what."
  detection = "Change the audience, issuer, signature and address of return in an answer, one at a time; each must be refused."
  false_positives = "A certified library does the exchange, with its checks switched on, and tests try the known tricks."
  remedy = "Use OpenID Connect or SAML through a maintained library, and check signature, issuer, audience and time."
}

/// The receiver may act with the rights of whoever calls, and an attacker who calls, or is called, borrows them.
threat ImpersonatedRights: Stride.ElevationOfPrivilege "The receiver may use the sender's rights" {
  on f: DataFlow
  when in_scope(f)
  when f.source is ExternalInteractor or f.source is GenericProcess
  when f.target is GenericProcess
  likelihood = Low
  impact = High
  mitigated_by = [
    LeastPrivilege(on = f.target),
    RoleBasedAccess(on = f.target),
    Sandbox(on = f.target)
  ]
  references = ["CWE-441", "CAPEC-69", "T1134.001"]
  message = "{f.target} may act with the rights of {f.source}, or lend it its own."
  detection = "Find where the receiver takes on a caller's identity or uses its own for a caller's request; call with fewer rights than the request needs."
  false_positives = "The receiver has no rights that its caller lacks, and never takes on the caller's."
  remedy = "Take on a caller's identity only for the call that needs it, at the lowest level, and check its rights for each operation."
}

/// A flaw in the receiver lets whoever reaches it run code of theirs, with the receiver's rights.
threat RemoteCode: Stride.ElevationOfPrivilege "Code of others may run in the receiver" {
  on f: DataFlow
  when in_scope(f) and crosses_trust(f) and f.target is GenericProcess
  likelihood = if from_anywhere(f) then Moderate else Low
  impact = High
  mitigated_by = [
    InputValidation(on = f.target),
    Sandbox(on = f.target),
    LeastPrivilege(on = f.target),
    DependencyScanning(on = f.target)
  ]
  references = ["CWE-502", "CWE-94", "CAPEC-242", "T1210"]
  message = "Through what it takes from {f.source}, {f.target} may be made to run other code."
  detection = "Fuzz what the receiver parses, search it for evaluation and deserialisation, and check its dependencies for known holes."
  false_positives = "The receiver only passes on bytes that it does not look into."
  remedy = "Parse data only with safe parsers, keep dependencies current, and run with few rights in a sandbox."
}

/// What arrives decides which step comes next, and an attacker makes the receiver leave out the step that would have refused.
threat ExecutionDiverted: Stride.ElevationOfPrivilege "The order of steps may be bent" {
  on f: DataFlow
  when in_scope(f) and crosses_trust(f) and f.target is GenericProcess
  likelihood = if from_anywhere(f) then Moderate else Low
  impact = High
  mitigated_by = [
    InputValidation(on = f.target),
    RoleBasedAccess(on = f.target),
    CodeReview(on = f.target)
  ]
  references = ["CWE-841", "CWE-425", "CAPEC-74"]
  message = "What {f.source} sends may make {f.target} skip or repeat steps."
  detection = "Call the steps of a procedure in another order, twice, in parallel, and with one left out."
  false_positives = "Each request stands alone and is checked completely."
  remedy = "Keep the state of a procedure with the receiver, and check in each step that the one before is done."
}

/// A page of another site makes the browser send a request with the user's proof of identity attached, and the receiver takes it for the user's wish.
threat ForgedRequest: Stride.ElevationOfPrivilege "Another site may send requests in the user's name" {
  on f: DataFlow
  when in_scope(f) and crosses_trust(f)
  when f.source is GenericProcess or f.source is ExternalInteractor
  when f.target is GenericProcess
  when f.authenticates_source != No
  when f.forgery_protection == NoProtection or f.forgery_protection == NotSelectedProtection
  when f.source is not OsProcess
    and f.source is not OsThread
    and f.source is not KernelThread
    and f.source is not NativeApplication
    and f.source is not ManagedApplication
    and f.source is not WebServerProcess
    and f.source is not Win32Service
    and f.source is not WebServiceProcess
    and f.source is not VirtualMachine
    and f.source is not AuthorizationProvider
    and f.source is not ExternalWebService
    and f.source is not ExternalWebApplication
    and f.source is not Megaservice
    and f.source is not WindowsRuntime
    and f.source is not DotNetRuntime
    and f.source is not WindowsRtRuntime
  when not (f.source is StoreApp
    and f.source.internet_client_server == No
    and f.source.internet_client == No)
  when f.target is not ThickClient
    and f.target is not BrowserClient
    and f.target is not BrowserPlugIn
    and f.target is not StoreApp
  when not crosses_beyond_pages(f)
  likelihood = Moderate
  impact = worst_change(f)
  mitigated_by = [
    ForgeryTokens,
    AntiCsrfToken(on = f.target),
    SessionProtection(strength = 70%, on = f.target)
  ]
  references = ["CWE-352", "CWE-1275", "CAPEC-62", "T1185"]
  message = "{f.target} may take a request that another site made for one of {f.source}."
  detection = "From a page on another host, send each request that changes something while logged in."
  false_positives = "The sender proves itself by something that browsers do not send along by themselves."
  remedy = "Ask for a token that other sites cannot know, and mark cookies as not to be sent from elsewhere."
  fix "Requests carry a token" { f.forgery_protection = AntiForgeryToken }
}
