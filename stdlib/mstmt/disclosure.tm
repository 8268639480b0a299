//! Information disclosure, after Microsoft's rules I2 to I26.

/// Access is decided by code that one team wrote for one program; a way to the store that it forgot is open to all.
threat HomeMadeAuthorization: Stride.InformationDisclosure "Home-made authorisation can be walked around" {
  on f: DataFlow
  when in_scope(f)
  when f.source is GenericProcess and f.target is GenericDataStore and f.source.custom_authorization
  likelihood = Moderate
  impact = worst_read(f)
  mitigated_by = [
    RoleBasedAccess(on = f.source),
    OwnershipChecks(on = f.source),
    LeastPrivilege(on = [f.source, f.target])
  ]
  references = ["CWE-863", "CWE-862", "CAPEC-1", "CAPEC-122"]
  message = "{f.source} decides by itself who may have what from {f.target}."
  detection = "List every way to the store; take each with an account that should be refused."
  false_positives = "The store checks the same rules again, for the user on whose behalf it is asked."
  remedy = "Decide in one place that every way to the store passes, and let the store refuse by itself too."
}

/// Whoever watches the network between the two reads along.
threat FlowSniffed: Stride.InformationDisclosure "The conversation can be read on the way" {
  on f: DataFlow
  when in_scope(f) and crosses_trust(f) and not f.provides_confidentiality
  when (f.source is GenericProcess or f.source is ExternalInteractor) and f.target is GenericProcess
    or f.source is GenericProcess and f.target is GenericDataStore
  likelihood = if from_anywhere(f) then High else Moderate
  impact = worst_read(f)
  mitigated_by = [ConfidentialChannel, Tls, MutualTls, Vpn(strength = 70%), EndToEndEncryption]
  references = ["CWE-319", "CAPEC-158", "T1040"]
  message = "What {f.source} and {f.target} tell each other can be read on the way."
  detection = "Record the traffic at the boundary and search it for known values."
  false_positives = "A tunnel that is not drawn encrypts all of the way."
  remedy = "Encrypt the conversation."
  fix "The conversation is encrypted" { f.provides_confidentiality = true }
}

/// Reading is allowed to more programs and people than need it, because the store does not tell its readers apart.
threat WeakStoreAccess: Stride.InformationDisclosure "The store may serve the wrong reader" {
  on f: DataFlow
  when in_scope(f) and f.source is GenericDataStore
  when f.target is GenericProcess or f.target is ExternalInteractor
  likelihood = Low
  impact = worst_read(f)
  mitigated_by = [
    LeastPrivilege(on = f.source),
    StrongAuthentication(strength = 60%, on = f.source),
    FieldEncryption(on = f.source),
    NetworkSegmentation(strength = 50%, on = f.source)
  ]
  references = ["CWE-732", "CWE-552", "CAPEC-1", "T1213"]
  message = "{f.source} hands data to {f.target}, and may hand it to others as well."
  detection = "Ask the store as an account that should get nothing, as one of another team, and as none."
  false_positives = "What the store holds is public."
  remedy = "Grant reading to named accounts, record by record where readers differ."
}

/// Passwords or keys lie in the store in a form from which they can be used or guessed after a theft.
threat CredentialsKeptWeakly: Stride.InformationDisclosure "Credentials may be kept in a usable form" {
  on f: DataFlow
  when in_scope(f)
  when f.source is GenericProcess and f.target is GenericDataStore and f.target.stores_credentials
  likelihood = Moderate
  impact = High
  mitigated_by = [
    SecretsManagement(on = [f.source, f.target]),
    FieldEncryption(on = f.target),
    EncryptionAtRest(strength = 40%, on = f.target)
  ]
  references = ["CWE-522", "CWE-916", "T1555", "T1110.002"]
  message = "{f.source} puts credentials into {f.target}."
  detection = "Take a copy of the store and try, with ordinary tools and one night, to log in with what is in it."
  false_positives = "Only salted hashes of a slow function, or references into a vault, are kept."
  remedy = "Keep salted hashes made by a slow function; keep what must be recoverable in a vault."
}

/// Credentials pass from machine to machine over a channel that does not protect them.
threat CredentialsSentWeakly: Stride.InformationDisclosure "Credentials may cross between machines in clear" {
  on f: DataFlow
  when in_scope(f) and crosses_machine(f)
  when f.source is GenericProcess and (f.target is GenericProcess or f.target is GenericDataStore)
  when f is not HttpsFlow and f is not IpsecFlow
  likelihood = Moderate
  impact = High
  mitigated_by = [Tls, MutualTls, Vpn(strength = 70%)]
  references = ["CWE-523", "CAPEC-158", "T1040"]
  message = "{f.source} talks to {f.target} on another machine over a channel that does not hide credentials."
  detection = "Record the traffic during a login and search it for the password or token."
  false_positives = "No credentials travel here, or only such that prove without being shown."
  remedy = "Use HTTPS or IPsec between the machines."
}

/// The method by which the sender establishes identity may give way: passwords without limits, schemes of one's own, tokens that anyone can make.
threat WeakScheme: Stride.InformationDisclosure "The authentication may be weak" {
  on f: DataFlow
  when in_scope(f)
  when f.source is GenericProcess and f.target is GenericProcess and f.source.authentication_scheme
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [
    StrongAuthentication(on = [f.source, f.target]),
    MultiFactor(on = [f.source, f.target]),
    MutualTls
  ]
  references = ["CWE-1390", "CAPEC-114", "T1078"]
  message = "{f.source} authenticates on the way to {f.target} by a method whose strength is not shown."
  detection = "Name the method. If it is not a current standard, or rests on a password alone, try guessing, copying and replaying."
  false_positives = "It is a current standard in an unchanged library, with a proof that cannot be copied."
  remedy = "Use a standard method and a maintained implementation; add a second factor where people log in."
}
