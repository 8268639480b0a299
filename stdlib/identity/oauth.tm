//! OAuth: codes, tokens and the programs that ask for them.
use std.web

/// The server sends people, and the code or token with them, back to an address that only begins like the registered one or fits a pattern.
/// An open redirect, a forgotten host or a user's page on that site is enough to collect other people's logins.
threat LooseReturnAddress: Stride.Spoofing "Logins sent back to the wrong address" {
  on p: AuthorizationServer
  when p.redirect_matching in [PrefixMatch, PatternMatch]
  when spoken_to(p)
  likelihood = if p.open_client_registration or p.redirect_matching == PatternMatch then Moderate
    else Low
  impact = High
  mitigated_by = [ExactRedirects, Pkce(strength = 50%, on = p.inflows.source)]
  references = ["CWE-601", "CWE-941", "CAPEC-194", "T1528"]
  message = "Logins at {p} may return to addresses that are compared loosely."
  detection = "Start a login with the registered address plus another path, a second host name in front, another port, and a parameter that redirects; see where the code arrives."
  false_positives = "Every registered address is complete, and the loose comparison is switched off for each client."
  remedy = "Register each address in full and compare texts, without exceptions for tests."
  fix "Compare exactly" { p.redirect_matching = ExactMatch }
}

/// The code that comes back through the browser is worth a token to whoever presents it first: another app on the phone, an extension, a log of addresses.
threat InterceptedCode: Stride.Spoofing "A login code that works for anyone" {
  on p: OAuthClient
  when not p.pkce
  when count(providers(p)) >= 1 or count(providers_behind(p)) >= 1
  likelihood = if p is ClientApp then Moderate else Low
  impact = stakes(p)
  mitigated_by = [Pkce, SenderConstrainedTokens]
  references = ["CWE-294", "CAPEC-60", "T1528", "A07:2021", "A07:2025"]
  message = "Codes that are not bound to {p} are exchanged for tokens."
  detection = "Catch the redirect after a login, and exchange its code from another machine with the client's id only."
  false_positives = "The client does not use codes at all: it asks in its own name, without people."
  remedy = "Use PKCE with S256 in every client, also in those that have a secret, and let the server refuse requests without it."
  fix "Bind the code" { p.pkce = true }
}

/// Someone else's finished login is slipped into this browser, and the user goes on in the attacker's account: what they type, upload or connect there is his.
threat ForgedLogin: Stride.Spoofing "A login that the user did not begin" {
  on p: OAuthClient
  when known(p.state_checked) and not p.state_checked and not p.pkce
  when asked_by_users(p)
  likelihood = Low
  impact = Moderate
  mitigated_by = [MatchedAnswers, Pkce, AntiCsrfToken(strength = 70%)]
  references = ["CWE-352", "CAPEC-62", "T1185"]
  message = "Answers of the login server that this browser never asked for may be accepted by {p}."
  detection = "Begin a login as one person, stop before the redirect, and open its address in the browser of another."
  false_positives = "The client is a program without users."
  remedy = "Keep a random `state` or the PKCE verifier with the browser's session and refuse answers that do not fit."
  fix "Match answers with requests" { p.state_checked = true }
}

/// The token itself stands in the address: it stays in the history, in logs of proxies, and is handed to every script of the page.
threat TokenInRedirect: Stride.InformationDisclosure "Tokens handed out in the address" {
  on p: AuthorizationServer
  when known(p.implicit_flow) and p.implicit_flow
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [CodesOnly, SenderConstrainedTokens]
  references = ["CWE-598", "CAPEC-150", "T1528"]
  message = "The implicit flow still works at {p}."
  detection = "Ask for `response_type=token` as each registered client and look at the answer."
  false_positives = "No client may use it, and the server only claims to support it."
  remedy = "Switch the flow off and move its clients to codes with PKCE."
  fix "Only codes" { p.implicit_flow = false }
}

/// Programs ask people for the password of another system. People learn to type it anywhere, a second factor cannot be asked for, and each client can keep what it saw.
threat PasswordsForClients: Stride.Spoofing "Clients collect passwords" {
  on p: AuthorizationServer
  when known(p.password_grant) and p.password_grant
  likelihood = Moderate
  impact = High
  mitigated_by = [NoPasswordsByClients, AppApproval(strength = 40%), RateLimit(strength = 20%)]
  references = ["CWE-522", "CAPEC-98", "T1528"]
  message = "Clients, not people, hand passwords to {p}."
  detection = "List the clients that may use the password grant, and ask whose they are."
  false_positives = "The only such client is the provider's own login page."
  remedy = "Send people to the provider's own page; give programs credentials of their own."
  fix "No passwords from clients" { p.password_grant = false }
}

/// A client of several login servers cannot tell which of them answered. A bad one makes the client hand it the code that a good one gave.
threat MixedUpIssuers: Stride.Spoofing "Codes handed to the wrong login server" {
  on p: OAuthClient
  when count(providers(p)) >= 2 or count(providers_behind(p)) >= 2
  when not p.issuer_checked
  likelihood = Low
  impact = High
  mitigated_by = [
    ComparedIssuers,
    Pkce(strength = 30%),
    AppApproval(strength = 30%, on = p.outflows.target)
  ]
  references = ["CWE-346", "CAPEC-194", "T1528"]
  message = "People log in to {p} with several servers, and nobody compares which one answered."
  detection = "Register a login server of your own as one of them, begin a login with it, and answer with a redirect of another."
  false_positives = "Each server has a return address of its own, and the client compares it."
  remedy = "Check the `iss` parameter of each answer, or use one return address for each server."
  fix "Compare the issuer" { p.issuer_checked = true }
}

/// A program with an honest name asks for rights, the user agrees, and the attacker reads mail or files without ever knowing a password; changing it does not help.
threat DeceptiveConsent: Stride.Spoofing "People trust a program they should not" {
  on p: AuthorizationServer
  when known(p.open_client_registration) and p.open_client_registration
  when spoken_to(p)
  likelihood = Moderate
  impact = High
  mitigated_by = [ClientsByHand, AppApproval, Alerting(strength = 30%)]
  references = ["CAPEC-98", "T1528", "T1566.002"]
  message = "Anyone may register a program at {p} that users are then asked to trust."
  detection = "Register a client with a name like that of a known product, ask for broad rights, and see what users are shown and who is told."
  false_positives = "Clients that nobody has approved can ask only for the name and the address of the user."
  remedy = "Approve clients before people outside the publisher can agree to them; show who made them; limit what new ones may ask for."
  fix "Register clients by hand" { p.open_client_registration = false }
}

/// The attacker begins a login on a device of his own and talks the victim into typing the code. The page is the real one, so nothing looks wrong.
threat DeviceCodePhishing: Stride.Spoofing "People approve a stranger's device" {
  on p: AuthorizationServer
  when known(p.device_flow) and p.device_flow
  when asked_by_users(p)
  likelihood = Moderate
  impact = High
  mitigated_by = [NoDeviceFlow, AppApproval(strength = 50%), Alerting(strength = 30%)]
  references = ["CAPEC-98", "CWE-294", "T1528", "T1566.002"]
  message = "At {p}, people can approve devices that they do not see."
  detection = "Send a colleague who knows of the test a device code by chat and see what the page tells them before they agree."
  false_positives = "Only clients for televisions and the like may use it, and their tokens open nothing that matters."
  remedy = "Switch the device flow off where no device needs it; else limit it to named clients, networks and rights."
  fix "No device flow" { p.device_flow = false }
}

/// The service does not look closely at what it is shown: a token with a signature of its own making, of another issuer, or of yesterday opens it.
threat ForgedToken: Stride.Spoofing "Tokens that nobody issued" {
  on p: ResourceServer
  when not p.signature_checked
  when p is not ReadyMade or known(p.signature_checked)
  when spoken_to(p)
  likelihood = if open_to_strangers(p) then Moderate else Low
  impact = VeryHigh
  mitigated_by = [TokenValidation, CodeReview(strength = 20%)]
  references = ["CWE-347", "CAPEC-196", "CAPEC-475", "T1606", "A07:2021", "A07:2025", "API2:2023"]
  message = "{p} may serve tokens whose signature, issuer or time is wrong."
  detection = "Send a token with algorithm `none`, one signed with the public key as a secret, one of another issuer, and one that has expired."
  false_positives = "A gateway checks every token, and there is no way around it."
  remedy = "Let one library check signature, issuer, audience and time, with algorithms fixed in the configuration."
  fix "Check tokens" { p.signature_checked = true }
}

/// A token that was made for another service works here, too. Whoever runs, or breaks into, any other service can call this one as its users.
threat TokenForAnotherService: Stride.ElevationOfPrivilege "Tokens made for another service" {
  on p: ResourceServer
  when not p.audience_checked
  when p is not ReadyMade or known(p.audience_checked)
  when exists f in p.inflows where (exposed(f) or f.source is process)
  likelihood = Low
  impact = stakes(p)
  mitigated_by = [TokenValidation, SenderConstrainedTokens(strength = 50%, on = p.inflows.source)]
  references = ["CWE-863", "CWE-441", "CAPEC-633", "T1550.001", "API2:2023"]
  message = "{p} may serve tokens that were made for others."
  detection = "Log in to another service of the same issuer and send its token here."
  false_positives = "The issuer serves this one service."
  remedy = "Give each service a name of its own and refuse tokens that do not carry it."
  fix "Check the audience" { p.audience_checked = true }
}

/// Every script of the page can read the token, also one that an attacker brought in, and it works from his machine as long as it lasts.
threat TokenInPage: Stride.InformationDisclosure "Tokens within reach of scripts" {
  on p: OAuthClient
  when p.token_storage == BrowserStorage
  when known(p.token_storage) or p is SinglePageApp
  likelihood = Moderate
  impact = stakes(p)
  mitigated_by = [
    ServerSideTokens,
    BackendForFrontend,
    SenderConstrainedTokens,
    ContentSecurityPolicy(strength = 50%)
  ]
  references = ["CWE-922", "CAPEC-593", "T1528", "T1539"]
  message = "Tokens of {p} may lie where every script of the page can read them."
  detection = "Print local and session storage in the browser's console after a login."
  false_positives = "What is kept there opens nothing beyond what the page shows to everyone."
  remedy = "Keep tokens on a server of the application and give the browser a cookie that scripts cannot read."
  fix "Tokens stay on a server" { p.token_storage = ServerSide }
}

/// A copied token opens the door for days, from anywhere, and nobody at the door can tell.
threat LongLivedToken: Stride.Spoofing "Copied tokens that work for long" {
  on d: BearerToken
  when d is not RefreshToken
  when d.lifetime > 1d
  when known(d.lifetime) or weighty(d)
  when not (known(d.sender_constrained) and d.sender_constrained)
  when not known(d.lifetime) or not d.sender_constrained
  when count(d.carried_by) >= 1
  likelihood = if exists f in d.carried_by where (from_untrusted(f)) then Moderate else Low
  impact = if known(d.broad) and d.broad then VeryHigh else High
  mitigated_by = [
    BoundToken,
    SenderConstrainedTokens(on = d.carried_by.source),
    Alerting(strength = 20%, on = d.carried_by.target)
  ]
  references = ["CWE-613", "CAPEC-60", "T1528", "T1550.001", "API2:2023"]
  message = "A copy of {d} may be used for days, or without end."
  detection = "Copy a token out of a log, a browser or a script, use it from another network after a day, and see who notices."
  false_positives = "It can be used only from fixed addresses."
  remedy = "Let access tokens last minutes and give out new ones; bind those that must last to a key of their owner."
  fix "Bind it to its owner" { d.sender_constrained = true }
}

/// A token that opens more than its owner's task needs makes every leak, and every mistake of the program that holds it, as bad as the owner's whole account.
threat BroadToken: Stride.ElevationOfPrivilege "Tokens that open too much" {
  on d: BearerToken
  when known(d.broad) and d.broad
  when exists f in d.carried_by where (f.crosses_boundary)
  likelihood = Low
  impact = High
  mitigated_by = [
    NarrowToken,
    LeastPrivilege(on = d.carried_by.target),
    AppApproval(strength = 40%, on = d.carried_by.target)
  ]
  references = ["CWE-250", "CWE-272", "T1550.001", "T1528"]
  message = "The rights of {d} go far beyond the task of the owner."
  detection = "Compare the rights in the token with the calls that its owner made in the last ninety days."
  false_positives = "The one service that accepts the token has one kind of call."
  remedy = "Ask for the rights of the next step only, and for more when they are needed."
  fix "Narrow the token" { d.broad = false }
}

/// A stolen refresh token works beside the real one for months, and the owner notices nothing.
threat StolenRefreshToken: Stride.Spoofing "A refresh token used twice" {
  on d: RefreshToken
  when not d.rotates
  when not (known(d.sender_constrained) and d.sender_constrained)
  when not known(d.rotates) or not d.sender_constrained
  when exists f in d.carried_by where (f.source is ClientApp or f.target is ClientApp)
  likelihood = Low
  impact = High
  mitigated_by = [
    RotatingToken,
    RefreshRotation(on = d.carried_by.target),
    SenderConstrainedTokens(on = d.carried_by.source)
  ]
  references = ["CWE-294", "CAPEC-60", "T1528"]
  message = "A client program keeps {d}, unchanged from use to use."
  detection = "Use one refresh token on two machines in turn; the second use must end both."
  false_positives = "The client program keeps it in hardware that does not give it out."
  remedy = "Replace the token at each use, and end the whole family when an old one comes back."
  fix "Replace it at each use" { d.rotates = true }
}
