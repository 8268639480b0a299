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
  // what is definite follows from the picture: strangers reach the balancer and the shop behind it
  expect DenialOfService on shop
  // nothing of this package or of std.cloud is definite
  expect inherent(account) == VeryLow and inherent(vpc) == VeryLow
  expect inherent(db) == VeryLow and inherent(files) == VeryLow and inherent(keys) == VeryLow
  expect possible BroadRole on shop
  expect possible RunawayBill on shop
  expect no OpenEgress on vpc
  expect no FixedCloudKey on keys
}
