//! What goes wrong with services of AWS in particular. What goes wrong everywhere is in std.stride and std.web.
use std.web

/// The bucket's policy lets anyone on the internet read. Search engines for open buckets find it within days.
threat PublicBucket: Stride.InformationDisclosure "A bucket open to everyone" {
  on s: S3Bucket
  when s.public_access
  when exists d in s.holds where d.confidentiality >= Low
  likelihood = VeryHigh
  impact = max(s.holds.confidentiality)
  mitigated_by = [LeastPrivilege(strength = 80%), FieldEncryption, HardenedBaseline]
  references = ["CWE-552", "CAPEC-150", "T1530", "T1580"]
  message = "{s} is open to the internet and holds what is not for everyone."
  detection = "List and fetch an object without credentials; read the account's and the bucket's public access block."
  false_positives = "The bucket serves a public site, and the confidential data was entered in the model by mistake."
  fix "Close the bucket" { s.public_access = false }
}

/// The database has an address on the internet; only a password and a firewall rule stand between it and everyone.
threat PublicDatabase: Stride.InformationDisclosure "A database with a public address" {
  on s: SqlDatabase
  when s is RdsPostgres or s is RdsMySql
  when known(s.public_access) and s.public_access
  likelihood = High
  impact = if known(s.holds) then max(s.holds.confidentiality) else High
  mitigated_by = [NetworkSegmentation, StrongAuthentication(strength = 60%)]
  references = ["CWE-1327", "CAPEC-1", "T1190"]
  message = "{s} can be reached from the internet."
  detection = "Resolve the instance's name from outside and connect to its port."
  false_positives = "A security group allows only fixed addresses, and a check keeps it so."
  fix "Take the public address away" { s.public_access = false }
}

/// A bucket that forgets old versions: whoever may write, a script gone wrong or an extortionist, can replace everything for good.
threat BucketOverwritten: Stride.Tampering "Objects replaced for good" {
  on s: S3Bucket
  when not s.versioning
  when exists d in s.holds where d.integrity >= Moderate
  likelihood = Low
  impact = max(s.holds.integrity)
  mitigated_by = [AppendOnlyStorage, Backups, LeastPrivilege]
  references = ["CAPEC-165", "T1485", "T1485.001", "T1486"]
  message = "{s} keeps no old versions of objects that must be right."
  detection = "Overwrite an object with the application's role, then try to get the old one back."
  false_positives = "Every object can be made again from its source."
  fix "Keep old versions" { s.versioning = true }
}

/// A hole in a few lines of code opens the account, since the function's role may do far more than the function does.
threat BroadFunctionRole: Stride.ElevationOfPrivilege "A small function with large rights" {
  on p: LambdaFunction
  when known(p.broad_role) and p.broad_role
  when exists f in p.inflows where (exposed(f) or f.source is process)
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [LeastPrivilege(strength = 90%), Sandbox(strength = 20%), CodeReview]
  references = ["CWE-250", "CWE-266", "CAPEC-122", "T1078.004", "T1648"]
  message = "The role of {p} allows much more than it needs."
  detection = "Compare the actions in the role's policy with those the access log shows for the last ninety days."
  false_positives = "A permission boundary outside the model cuts the role down."
  fix "Narrow the role" { p.broad_role = false }
}

/// The function answers anyone who finds its address, past the gateway that logs, counts and checks.
threat OpenFunctionUrl: Stride.Spoofing "A function that anyone may call" {
  on p: LambdaFunction
  when known(p.public_url) and p.public_url
  when p.authentication == NoAuthentication
  likelihood = High
  impact = Moderate
  mitigated_by = [StrongAuthentication, RateLimit(strength = 30%)]
  references = ["CWE-306", "CAPEC-115", "T1190"]
  message = "{p} has a public address and asks nobody who they are."
  detection = "Call the address without a signature."
  false_positives = "The function checks a signature of its own in each request."
  fix "Only signed calls" { p.authentication = WorkloadIdentity }
}

/// A program on the machine that can be made to open an address hands out the machine's credentials.
threat MetadataTheft: Stride.InformationDisclosure "The machine's credentials over HTTP" {
  on p: Ec2Instance
  when not p.metadata_token_required
  when exists f in p.inflows where (exposed(f))
  likelihood = Moderate
  impact = High
  mitigated_by = [EgressFilter, LeastPrivilege, HardenedBaseline]
  references = ["CWE-522", "CAPEC-664", "T1552.005"]
  message = "Programs on {p} can be tricked into reading its credentials."
  detection = "From the machine, ask the metadata service for the role's credentials without a session token."
  false_positives = "The machine has no role."
  fix "Ask for a session token" { p.metadata_token_required = true }
}
