//! What runs on Azure.
use std.cicd
use std.cloud
use std.identity
use std.web

/// Runs on the platform for web programs. An ability: added to a type.
type AzureSite: Serverless "Site of Azure App Service" {
  /// Its content can be replaced with a name and a password of the site itself.
  publishing_passwords: Bool
}

/// A web program that the platform runs.
type AppService: WebApp + AzureSite "Azure App Service"

/// Code without a server.
type AzureFunction: CloudFunction + AzureSite "Azure Function"

/// Containers that the platform runs and scales.
type ContainerApp: CloudContainer "Azure Container App"

/// One container, or a few.
type ContainerInstance: CloudContainer "Azure Container Instance"

/// A virtual machine.
type AzureVm: CloudMachine "Azure virtual machine" {
  metadata_token_required = true // the metadata service demands a header and refuses requests that were passed on
}

/// Steps through work that others do.
type LogicApp: CloudWorkflow "Azure Logic App" {
  /// Whoever has its address, which ends in a signature, starts it.
  started_by_link: Bool
}

/// Scripts on a schedule or on demand.
type AutomationRunbook: CloudJob "Azure Automation runbook"

/// Work for many machines.
type AzureBatch: CloudJob "Azure Batch job"

/// Copies and changes data.
type DataFactory: EtlJob + CloudProgram "Azure Data Factory pipeline"

/// Queries over warehouse and lake.
type Synapse: QueryEngine + ProviderRun "Azure Synapse workspace"

/// Notebooks beside the lake.
type AzureDatabricks: AnalyticsNotebook + CloudProgram + ProviderRun "Azure Databricks workspace"

/// Figures for many readers.
type PowerBi: Dashboard + ProviderRun "Power BI"

/// Shells and commands on machines, also those elsewhere.
type AzureArc: MachineManager "Azure Arc and Run Command"

/// The front door of APIs.
type ApiManagement: ApiGateway + ProviderRun "Azure API Management"

/// A load balancer for HTTP.
type ApplicationGateway: LoadBalancer + ProviderRun "Azure Application Gateway"

/// A load balancer for connections.
type AzureLoadBalancer: Relay + ProviderRun "Azure Load Balancer"

/// The content delivery network and entry for the world.
type FrontDoor: Cdn + ProviderRun "Azure Front Door"

/// Domains and their names.
type AzureDns: DomainNames + ProviderRun "Azure DNS"

/// Sends mail. Where it sends texts to phones, add `TextMessageGateway`.
type CommunicationServices: EmailProvider + ProviderRun "Azure Communication Services"

/// Logins of the company, its guests and its programs.
type EntraId: OpenIdProvider + ProviderRun "Microsoft Entra ID" {
  /// Old protocols that cannot ask for a second factor still work.
  legacy_protocols: Bool
  /// Guests may list people, groups and applications.
  guests_see_directory: Bool
  /// Whoever owns the entry of an application with strong rights can add a key to it.
  strong_applications_owned: Bool
}

/// Logins of customers.
type EntraExternalId: OpenIdProvider + ProviderRun "Microsoft Entra External ID"

/// Plans, source, builds.
type AzureDevOps: CiServer + ProviderRun "Azure DevOps"

/// Runs builds.
type AzurePipelinesAgent: CiRunner "Azure Pipelines agent"

/// Models of others behind one interface.
type AzureOpenAi: LanguageModel + ProviderRun "Azure OpenAI"
