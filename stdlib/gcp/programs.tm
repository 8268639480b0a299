//! What runs on Google Cloud.
use std.cicd
use std.cloud
use std.data
use std.identity
use std.web

/// Runs under a service account. An ability: added to a type.
type RunsAsServiceAccount: CloudProgram "Runs as a service account" {
  /// The service account is the one that came with the project.
  default_account: Bool
  /// The service account may act as any user of the company's mail and documents.
  acts_for_all_users: Bool
}

/// Containers that the platform runs and scales.
type CloudRun: CloudContainer + RunsAsServiceAccount "Cloud Run service"

/// Code without a server.
type GcpFunction: CloudFunction + RunsAsServiceAccount "Cloud Run function"

/// A web program that the platform runs.
type AppEngine: WebApp + CloudContainer + RunsAsServiceAccount "App Engine service"

/// A virtual machine.
type ComputeEngine: CloudMachine + RunsAsServiceAccount "Compute Engine instance" {
  metadata_token_required = true // the metadata service demands a header
  /// Keys for remote shells that stand in the project's settings open it.
  project_keys: Bool
}

/// Steps through work that others do.
type GcpWorkflow: CloudWorkflow + RunsAsServiceAccount "Workflows"

/// Data on its way, in batches or as a stream.
type Dataflow: EtlJob + RunsAsServiceAccount "Dataflow job"

/// Jobs that follow each other.
type Composer: EtlJob + RunsAsServiceAccount "Cloud Composer environment"

/// Notebooks beside the data.
type VertexWorkbench: AnalyticsNotebook + RunsAsServiceAccount + ProviderRun "Vertex AI Workbench"

/// Figures for many readers.
type Looker: Dashboard + ProviderRun "Looker"

/// Builds.
type CloudBuild: CiRunner + RunsAsServiceAccount "Cloud Build" {
  ephemeral = true // each build has a machine of its own, which ends with it
}

/// Rolls releases out.
type CloudDeploy: DeploymentService + RunsAsServiceAccount "Cloud Deploy"

/// Commands and patches for machines.
type VmManager: MachineManager "VM Manager"

/// A load balancer for HTTP.
type GcpLoadBalancer: LoadBalancer + ProviderRun "Cloud Load Balancing"

/// The content delivery network.
type CloudCdn: Cdn + ProviderRun "Cloud CDN"

/// The front door of APIs.
type Apigee: ApiGateway + ProviderRun "Apigee"

/// A small front door of APIs.
type GcpApiGateway: ApiGateway + ProviderRun "Google Cloud API Gateway"

/// Asks people for the company's login before they reach a program.
type IdentityAwareProxy: WebService + HandsOn + ProviderRun "Identity-Aware Proxy" {
  icon = "shield"
}

/// Domains and their names.
type CloudDns: DomainNames + ProviderRun "Cloud DNS"

/// Logins of customers.
type IdentityPlatform: OpenIdProvider + ProviderRun "Identity Platform"

/// Logins of the company.
type CloudIdentity: OpenIdProvider + ProviderRun "Cloud Identity" {
  redirect_matching = ExactMatch // always
}

/// Lends service accounts to programs elsewhere.
type WorkloadIdentityFederation: TokenExchange + ProviderRun "Workload Identity Federation"

/// Models behind one interface.
type VertexAi: LanguageModel + ProviderRun "Vertex AI"
