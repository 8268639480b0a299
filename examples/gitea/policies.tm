//! What an upgrade or a new setting must not change.

policy HooksStayOff "Users' hooks never run on the server" {
  forbid p: GiteaWeb when p.git_hooks
}

policy JobsRunElsewhere "Jobs do not run on the server itself" {
  forbid j: JobContainers when j.boundaries has server
}

policy SecretsStayHome "Secrets of the instance leave for nobody" {
  forbid f: flow when InstanceSecrets in f.data and f.target.external
}
