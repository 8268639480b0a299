//! Where data rests on AWS.
use std.cicd
use std.cloud
use std.data
use std.web

/// A bucket of objects.
type S3Bucket: Bucket "Amazon S3 bucket" {
  encryption_at_rest = true // every object that was written since January 2023
}

/// A lake in buckets, with rights by table.
type LakeFormation: DataLake + Bucket "AWS Lake Formation lake" {
  icon = "layers"
  encryption_at_rest = true // every object that was written since January 2023
}

/// A disk.
type EbsVolume: CloudDisk "Amazon EBS volume"

/// A shared file system.
type EfsFileSystem: CloudFiles "Amazon EFS file system"

/// A managed PostgreSQL.
type RdsPostgres: Postgres + CloudSql "Amazon RDS for PostgreSQL"

/// A managed MySQL.
type RdsMySql: MySql + CloudSql "Amazon RDS for MySQL"

/// A managed SQL database of another make.
type RdsDatabase: CloudSql "Amazon RDS database"

/// A managed SQL database whose storage is spread over zones.
type Aurora: CloudSql "Amazon Aurora cluster"

/// Tables without SQL.
type DynamoDbTable: CloudTable "Amazon DynamoDB table" {
  authentication = WorkloadIdentity // each request is signed by an identity of the account
  encryption_at_rest = true // always
  public_access = false // each request is signed, and a table's policy cannot admit everyone
}

/// A managed document store.
type DocumentDb: CloudDocuments "Amazon DocumentDB cluster"

/// A managed graph database.
type Neptune: GraphDatabase + CloudStore "Amazon Neptune cluster"

/// Measurements over time.
type Timestream: TimeSeriesDatabase + CloudStore "Amazon Timestream table" {
  authentication = WorkloadIdentity // each request is signed by an identity of the account
  encryption_at_rest = true // always
}

/// A warehouse.
type Redshift: CloudWarehouse "Amazon Redshift cluster"

/// A search engine.
type OpenSearchDomain: CloudSearch "Amazon OpenSearch domain"

/// A managed Redis or Valkey.
type ElastiCache: CloudCache "Amazon ElastiCache"

/// A queue.
type SqsQueue: CloudQueue "Amazon SQS queue"

/// A topic with subscribers.
type SnsTopic: CloudTopic "Amazon SNS topic"

/// Events, handed on by rules.
type EventBridge: EventBus "Amazon EventBridge bus" {
  encryption_at_rest = true // always
  authentication = WorkloadIdentity // each request is signed by an identity of the account
}

/// A stream.
type KinesisStream: CloudStream "Amazon Kinesis stream" {
  encrypted_only = true // its endpoints speak HTTPS alone
  authentication = WorkloadIdentity // each request is signed by an identity of the account
}

/// A managed Kafka.
type MskCluster: CloudStream "Amazon MSK cluster" {
  encryption_at_rest = true // always
}

/// Secrets with rotation.
type SecretsManager: CloudSecrets "AWS Secrets Manager" {
  encrypted_only = true // its endpoints speak HTTPS alone
  authentication = WorkloadIdentity // each request is signed by an identity of the account
  encryption_at_rest = true // always
}

/// Settings, some of them secret.
type ParameterStore: CloudSecrets "AWS Systems Manager Parameter Store" {
  authentication = WorkloadIdentity // each request is signed by an identity of the account
}

/// Keys that never leave it.
type Kms: KeyService "AWS KMS" {
  encrypted_only = true // its endpoints speak HTTPS alone
  authentication = WorkloadIdentity // each request is signed by an identity of the account
  encryption_at_rest = true // always
  deletion_delayed = true // seven days at least
}

/// Streams and groups of log entries.
type CloudWatchLogs: CloudLogs "Amazon CloudWatch Logs" {
  authentication = WorkloadIdentity // each request is signed by an identity of the account
  encryption_at_rest = true // always
}

/// The record of what is done with accounts.
type CloudTrail: CloudLogs "AWS CloudTrail" {
  encryption_at_rest = true // always
}

/// Copies of other stores.
type AwsBackupVault: CloudBackups "AWS Backup vault" {
  authentication = WorkloadIdentity // each request is signed by an identity of the account
  encryption_at_rest = true // always
}

/// Container images.
type EcrRepository: ContainerRegistry + CloudStore "Amazon ECR repository" {
  authentication = WorkloadIdentity // each request is signed by an identity of the account
  encryption_at_rest = true // always
}

/// Packages.
type CodeArtifact: PackageRegistry "AWS CodeArtifact repository" {
  encryption_at_rest = true // always
}

/// The two parts of a key of an IAM user.
type IamAccessKey: CloudKey "Access key of an IAM user"

/// A file system of another make.
type FsxFileSystem: CloudFiles "Amazon FSx file system" {
  encryption_at_rest = true // always
}

/// Messages by the usual protocols.
type MqBroker: CloudQueue "Amazon MQ broker" {
  encryption_at_rest = true // always
}

/// A stream that ends in a store.
type FirehoseStream: CloudStream "Amazon Data Firehose stream" {
  authentication = WorkloadIdentity // each request is signed by an identity of the account
}
