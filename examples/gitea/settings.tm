//! Settings of Gitea that decide about security, as properties, and what follows from them.

/// Gitea's web process: pages, API, and Git over HTTP. It hands out files by the names in addresses: raw files, archives, avatars ([repository] ROOT, [picture] AVATAR_UPLOAD_PATH).
type GiteaWeb: WebApp + RecoversAccounts + AcceptsUploads + ServesFiles + FetchesUrls + RunsCommands "Gitea" {
  /// Users with the privilege may write hooks that run on the server. DISABLE_GIT_HOOKS is true by default, so this is false.
  git_hooks: Bool
  /// Anyone may make an account. DISABLE_REGISTRATION is false by default, so this is true until somebody acts.
  open_registration: Bool
}

/// Containers in which jobs of workflows run.
type JobContainers: Worker + RunsCommands "Job containers" {
  /// The socket of the machine's Docker daemon is mounted into them.
  docker_socket: Bool
}

/// Whoever may write a hook may run anything as the user that Gitea runs as: read app.ini, become administrator, read every repository.
threat CustomGitHooks: Stride.ElevationOfPrivilege "Users' hooks run on the server" {
  on p: GiteaWeb
  when p.git_hooks
  likelihood = if p.open_registration then Level.High else Level.Low
  impact = VeryHigh
  mitigated_by = [LeastPrivilege, CodeReview(strength = 20%)]
  references = ["CWE-94", "T1505", "T1059"]
  message = "{p} runs hooks that its users write."
  detection = "As a user with the privilege, add a hook that writes the name of the current user into a file."
  false_positives = "Only operators of the server have the privilege."
  fix "Switch hooks off" { p.git_hooks = false }
}

/// Strangers get an account, and with it everything that is meant for members: visible repositories, forks, and jobs where runners take them.
threat OpenRegistration: Stride.Spoofing "Anyone may become a member" {
  on p: GiteaWeb
  when p.open_registration
  likelihood = Level.High
  impact = Moderate
  mitigated_by = [RateLimit(strength = 20%)]
  references = ["CWE-1188", "T1136"]
  message = "Anyone may make an account at {p}."
  detection = "Open the registration page from outside."
  false_positives = "The instance is for the public."
  fix "Close registration" { p.open_registration = false }
}

/// A job that can talk to the daemon starts a container with the machine's disk in it, and is root there.
threat DockerSocket: Stride.ElevationOfPrivilege "Jobs are root on the runner's machine" {
  on j: JobContainers
  when j.docker_socket
  likelihood = Moderate
  impact = High
  mitigated_by = [Sandbox(strength = 80%), NetworkSegmentation(strength = 30%)]
  references = ["CWE-250", "CAPEC-480", "T1610", "T1611"]
  message = "{j} can talk to the Docker daemon of the machine they run on."
  detection = "In a job, list the containers of the machine."
  false_positives = "The daemon is one of its own for each job, without root."
  fix "Do not mount the socket" { j.docker_socket = false }
}
