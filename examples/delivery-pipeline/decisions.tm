//! What we decided. What is not here is open, and the report says so.

// The keys go away with the script that uses them; until then the threat stays High.
mitigate HardCodedCloudKeys on repository with FederatedIdentity {
  status = planned
  owner = "shipping@example.org"
  ticket = "SHIP-498"
}

mitigate KeyNeverChanged on AwsKeys with FederatedIdentity {
  status = planned
  owner = "shipping@example.org"
  ticket = "SHIP-498"
}

mitigate OutdatedDependency on Packages with DependencyScanning {
  status = planned
  owner = "shipping@example.org"
  ticket = "SHIP-502"
}

// The strength is ours: on this registry production names images by digest for all services but two.
mitigate SwappedArtefact on registry with SignedArtefacts(strength = 70%) {
  status = implemented
  verified_by = [junit("admission-tests", case = "unsigned_image_*")]
  owner = "platform@example.org"
  ticket = "PLAT-61"
}

accept SecretInSource on repository until 2027-03-31 {
  by = "platform@example.org"
  reason = "The same keys as in HardCodedCloudKeys; they leave with SHIP-498, which is promised for the first quarter."
}

transfer DataLoss on repository to code_host {
  reason = "The contract promises daily copies and a restore within a day; every clone is one more copy."
}
