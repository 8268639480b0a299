//! Threats to services of AWS: what fires, what stays silent.
use std.web

test "buckets" {
  data Invoice { confidentiality = Moderate, integrity = High }
  store open: S3Bucket { holds = Invoice, public_access = true, versioning = false }
  store closed: S3Bucket { holds = Invoice, public_access = false, versioning = true }
  store quiet: S3Bucket { holds = Invoice }
  expect PublicBucket on open
  expect no PublicBucket on closed
  expect possible PublicBucket on quiet
  expect BucketOverwritten on open
  expect no BucketOverwritten on closed
  expect possible BucketOverwritten on quiet
}

test "databases" {
  store open: RdsPostgres { public_access = true }
  store closed: RdsMySql { public_access = false }
  store quiet: RdsPostgres
  expect PublicDatabase on open
  expect no PublicDatabase on closed
  expect no PublicDatabase on quiet
}

test "functions" {
  actor alice: User
  process wide: LambdaFunction { broad_role = true }
  process narrow: LambdaFunction { broad_role = false }
  process hook: LambdaFunction { public_url = true, authentication = NoAuthentication }
  process signed: LambdaFunction { public_url = true, authentication = WorkloadIdentity }
  flow a: alice -> wide
  flow b: alice -> narrow
  expect BroadFunctionRole on wide
  expect no BroadFunctionRole on narrow
  expect OpenFunctionUrl on hook
  expect no OpenFunctionUrl on signed
}

test "machines" {
  actor alice: User
  process old: Ec2Instance { metadata_token_required = false }
  process new: Ec2Instance { metadata_token_required = true }
  process quiet: Ec2Instance
  flow a: alice -> old
  flow b: alice -> new
  flow c: alice -> quiet
  expect MetadataTheft on old
  expect no MetadataTheft on new
  expect possible MetadataTheft on quiet
}
