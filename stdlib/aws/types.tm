//! Services of AWS as types, on top of those of the web.
use std.web

extend store {
  /// Anyone on the internet may read it, or connect to it.
  public_access: Bool
}

/// A managed PostgreSQL.
type RdsPostgres: Postgres "Amazon RDS for PostgreSQL"

/// A managed MySQL.
type RdsMySql: MySql "Amazon RDS for MySQL"

/// Tables without SQL.
type DynamoDbTable: KeyValueStore "Amazon DynamoDB table"

/// A bucket of objects.
type S3Bucket: ObjectStore "Amazon S3 bucket" {
  /// Old versions of objects are kept.
  versioning: Bool
}

/// A queue.
type SqsQueue: Queue "Amazon SQS queue"

/// A topic with subscribers.
type SnsTopic: Queue "Amazon SNS topic"

/// A managed Redis or Valkey.
type ElastiCache: Cache "Amazon ElastiCache"

/// Secrets with rotation.
type SecretsManager: SecretStore "AWS Secrets Manager"

/// Streams and groups of log entries.
type CloudWatchLogs: LogStore "Amazon CloudWatch Logs"

/// Code without a server.
type LambdaFunction: Function "AWS Lambda function" {
  /// Its role may do anything, or everything in one service.
  broad_role: Bool
  /// It has an address of its own that anyone may call.
  public_url: Bool
}

/// A virtual machine.
type Ec2Instance: process "Amazon EC2 instance" {
  /// The metadata service gives credentials only to those who first asked for a session token.
  metadata_token_required: Bool
}

/// A container that a platform runs.
type FargateTask: process "AWS Fargate task"

/// The front door of APIs.
type AmazonApiGateway: ApiGateway "Amazon API Gateway"

/// A load balancer for HTTP.
type ApplicationLoadBalancer: LoadBalancer "Application Load Balancer"

/// The content delivery network.
type CloudFront: Cdn "Amazon CloudFront"

/// People and their logins.
type CognitoUserPool: IdentityProvider "Amazon Cognito user pool"

/// An AWS account.
type AwsAccount: CloudAccount "AWS account"

/// A virtual private cloud.
type Vpc: PrivateNetwork "Amazon VPC"
