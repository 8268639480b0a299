//! Threats on AWS: what fires, what stays silent; and that its types take part in the rules of std.cloud.
use std.cloud
use std.data
use std.web

test "guests" {
  process open: CognitoIdentityPool { guests = true, guest_role_narrow = false }
  process narrow: CognitoIdentityPool { guests = true, guest_role_narrow = true }
  process unsure: CognitoIdentityPool { guests = true }
  process quiet: CognitoIdentityPool
  expect GuestCredentials on open
  expect no GuestCredentials on narrow
  expect possible GuestCredentials on unsure
  expect no GuestCredentials on quiet
}

test "layers" {
  process foreign: LambdaFunction { foreign_layers = true }
  process own: LambdaFunction { foreign_layers = false }
  process quiet: LambdaFunction
  expect ForeignLayers on foreign
  expect no ForeignLayers on own
  expect no ForeignLayers on quiet
}

test "types of AWS are types of the cloud" {
  data Invoice { confidentiality = Moderate, integrity = High }
  data Key: IamAccessKey
  actor alice: User
  external process partner
  boundary account: AwsAccount {
    activity_logged = false
    process old: Ec2Instance { metadata_token_required = false }
    process wide: LambdaFunction { broad_role = true }
    store open: S3Bucket { holds = Invoice, public_access = true, versioning = false }
    store db: RdsPostgres { public_access = true, snapshots_shared = true }
    store keys: Kms
  }
  flow alice -> old
  flow alice -> wide
  flow asked: partner -> keys { receives = Invoice }
  flow kept: partner -> open { sends = [Invoice, Key] }
  expect MetadataTheft on old
  expect BroadRole on wide
  expect PublicBucket on open
  expect BucketOverwritten on open
  expect PublicDatabase on db
  expect SharedSnapshot on db
  expect no DestroyedKey on keys
  expect FixedCloudKey on Key
  expect UnrecordedAccount on account
  expect no CleartextTransport on asked
  expect possible CleartextTransport on kept
}
