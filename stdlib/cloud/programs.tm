//! Programs that run at a cloud provider and hold rights there.
use std.data
use std.web

/// Runs with an identity of the cloud, and may do there what that identity may. An ability: added to a type.
type CloudProgram: process "Program with rights at the cloud" {
  /// Its role may do anything, or everything in one service, or read every secret.
  broad_role: Bool
  /// It may give rights: change policies, make keys and logins, or start programs under stronger roles.
  can_escalate: Bool
  /// No other program runs under the same identity.
  own_identity: Bool
  /// Passwords or keys stand in its environment variables, its start script or its image.
  secrets_in_environment: Bool
}

/// Runs on machines of the provider that we never see, in as many copies as there is work. An ability.
type Serverless: CloudProgram "Program without a machine of ours" {
  /// It has an address of its own that anyone on the internet may call.
  public_url: Bool
  /// Services of the provider may start it only on behalf of named resources of ours.
  invoker_pinned: Bool
  /// The number of copies, or what they may cost, has an upper limit.
  scale_limited: Bool
}

/// Code that the provider runs when something happens.
type CloudFunction: Function + Serverless "Cloud function" {
  icon = "function"
  /// Nothing of one call is left in memory or files when the next one comes.
  keeps_nothing: Bool
}

/// Containers that the provider runs.
type CloudContainer: Serverless "Container service" { icon = "container" }

/// A virtual machine.
type CloudMachine: CloudProgram "Virtual machine" {
  icon = "server"
  /// The metadata service gives credentials only to requests that a program cannot be tricked into by an address alone.
  metadata_token_required: Bool
  /// Anyone on the internet may connect to its remote shell, desktop or other entry for administrators.
  admin_ports_open: Bool
  /// It was started from an image that we made, or whose maker was checked.
  image_known: Bool
}

/// Steps through work that other programs do.
type CloudWorkflow: Worker + CloudProgram "Workflow" { icon = "workflow" }

/// Runs when its time has come, and ends.
type CloudJob: BackgroundJob + CloudProgram "Batch job" { icon = "clock" }

/// A service that the provider runs and keeps up; ours are its settings. An ability: added to a type.
type ProviderRun: ReadyMade "Run by the provider" {
  prompt_updates = true
  default_credentials = false // it comes without any: each customer makes the first ones
}

/// Opens shells on machines and runs commands there, for those who may ask it.
type MachineManager: ProviderRun "Manager of machines" {
  icon = "terminal"
  /// Few may ask, for reviewed commands, and what runs is recorded.
  commands_limited: Bool
}

/// A program takes on a role in the account of its target and acts there with the rights of that role.
type RoleAssumption: flow "Takes on a role" {
  encrypted = true
  /// The role is lent only when the caller says for whom it acts, by a value that another customer of the caller cannot name.
  caller_pinned: Bool
  /// Every program of the caller's account may take it on, not only this one.
  trusts_whole_account: Bool
}
