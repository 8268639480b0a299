//! What runs on AWS.
use std.cicd
use std.cloud
use std.data
use std.identity
use std.web

/// Code without a server.
type LambdaFunction: CloudFunction "AWS Lambda function" {
  /// It runs layers or extensions that an account of somebody else publishes.
  foreign_layers: Bool
}

/// A virtual machine.
type Ec2Instance: CloudMachine "Amazon EC2 instance"

/// A container that the platform runs.
type FargateTask: CloudContainer "AWS Fargate task"

/// A web program that the platform builds and runs.
type AppRunner: CloudContainer "AWS App Runner service"

/// A web program on machines that the platform sets up.
type ElasticBeanstalk: CloudMachine + WebApp "AWS Elastic Beanstalk environment"

/// Steps through work that others do.
type StepFunctions: CloudWorkflow "AWS Step Functions state machine" {
  authentication = WorkloadIdentity // each request is signed by an identity of the account
}

/// Many containers for one piece of work.
type BatchJobDefinition: CloudJob "AWS Batch job"

/// A job that moves data.
type GlueJob: EtlJob + CloudProgram "AWS Glue job"

/// Queries over what lies in buckets.
type Athena: QueryEngine + ProviderRun "Amazon Athena" {
  authentication = WorkloadIdentity // each request is signed by an identity of the account
}

/// Figures for many readers.
type QuickSight: Dashboard + ProviderRun "Amazon QuickSight"

/// Shells and commands on machines.
type SystemsManager: MachineManager "AWS Systems Manager" {
  authentication = WorkloadIdentity // each request is signed by an identity of the account
}

/// The front door of APIs.
type AmazonApiGateway: ApiGateway + ProviderRun "Amazon API Gateway"

/// A GraphQL front door.
type AppSync: GraphQlApi "AWS AppSync" { icon = "api" }

/// A load balancer for HTTP.
type ApplicationLoadBalancer: LoadBalancer + ProviderRun "Application Load Balancer"

/// A load balancer for connections.
type NetworkLoadBalancer: Relay + ProviderRun "Network Load Balancer"

/// The content delivery network.
type CloudFront: Cdn + ProviderRun "Amazon CloudFront"

/// Domains and their names.
type Route53: DomainNames + ProviderRun "Amazon Route 53"

/// Sends mail.
type AmazonSes: EmailProvider + ProviderRun "Amazon SES"

/// Sends texts to phones.
type EndUserMessaging: TextMessageGateway + ProviderRun "AWS End User Messaging"

/// People and their logins.
type CognitoUserPool: IdentityProvider + ProviderRun "Amazon Cognito user pool"

/// Gives programs in users' hands credentials of the account.
type CognitoIdentityPool: IdentityProvider + ProviderRun "Amazon Cognito identity pool" {
  /// Who has not logged in gets credentials, too.
  guests: Bool
  /// Guests may do no more than what a visitor of the public pages may.
  guest_role_narrow: Bool
}

/// Logins of the company for all accounts.
type IamIdentityCenter: SamlIdentityProvider + ProviderRun "AWS IAM Identity Center"

/// Lends roles for an hour.
type Sts: TokenExchange + ProviderRun "AWS STS"

/// Builds.
type CodeBuild: CiRunner + CloudProgram "AWS CodeBuild project"

/// Steps from source to production.
type CodePipeline: CloudWorkflow + Deploys "AWS CodePipeline"

/// Models of others behind one interface.
type Bedrock: LanguageModel + ProviderRun "Amazon Bedrock"

/// Notebooks beside the data.
type SageMakerNotebook: AnalyticsNotebook + CloudProgram "Amazon SageMaker notebook"

/// Many machines for one large piece of work.
type EmrCluster: EtlJob + CloudProgram "Amazon EMR cluster"

/// Takes files by the old protocols.
type TransferFamily: AcceptsUploads + ProviderRun "AWS Transfer Family server" { icon = "folder" }

/// Copies databases and follows their changes.
type DatabaseMigration: ChangeCapture + CloudProgram "AWS Database Migration Service"
