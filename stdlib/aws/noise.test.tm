//! The measure of noise: a small system on AWS about which hardly anything is written.
use std.cloud
use std.web

test "a network, a load balancer, a container, a database and a bucket: only questions" {
  boundary outside: Internet {
    actor user
  }
  boundary account: AwsAccount {
    boundary vpc: Vpc {
      boundary front: PublicSubnet {
        process balancer: ApplicationLoadBalancer
      }
      boundary inner: PrivateSubnet {
        process shop: FargateTask
        store db: RdsPostgres
      }
    }
    store files: S3Bucket
    store keys: SecretsManager
  }
  flow user -> balancer
  flow balancer -> shop
  flow shop -> db
  flow shop -> files
  flow shop -> keys
  // strangers reach the shop through the balancer: asked once, of the balancer
  expect possible DenialOfService on shop
  expect no DenialOfService on balancer
  // nothing of this package or of std.cloud is definite
  expect no SteppingStone on balancer // the provider runs it
  expect inherent(account) == VeryLow and inherent(vpc) == VeryLow
  expect inherent(db) == VeryLow and inherent(files) == VeryLow and inherent(keys) == VeryLow
  expect possible BroadRole on shop
  expect no RunawayBill on shop
  expect no OpenEgress on vpc
  expect no FixedCloudKey on keys
}

test "what is the same for everyone at the provider is not asked" {
  data Order { confidentiality = High, integrity = High, availability = High }
  boundary outside: Internet {
    actor user: User
  }
  boundary account: AwsAccount {
    process logins: CognitoUserPool { authentication = Password }
    process names: Route53
    store bucket: S3Bucket { holds = Order, backups }
    store broker: MskCluster { holds = Order, backups }
  }
  flow user -> logins over Https
  flow user -> names
  flow logins -> bucket { sends = Order }
  flow logins -> broker { sends = Order }
  expect no DefaultCredentials on logins
  expect no LateUpdates on names
  expect no UnvalidatedInput on names
  expect no UnencryptedAtRest on bucket
  expect no UnencryptedAtRest on broker
}
