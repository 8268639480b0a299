//! The instance, and the rules of settings.tm.

test "what the configuration settles" with gitea {
  expect no CustomGitHooks on web
  expect no OpenRegistration on web
  expect no SqlInjection on web
  expect ServerSideRequestForgery on web // it does open addresses of callers; the allow list answers it
  expect DockerSocket on jobs
}

test "what the manual does not say is asked" with gitea {
  expect possible CommandInjection on ssh
  expect possible CleartextTransport on web -> mail_relay
  expect possible UnencryptedAtRest on objects
}

test "hooks of users" {
  process open: GiteaWeb { git_hooks, open_registration }
  process shut: GiteaWeb { git_hooks = false, open_registration = false }
  process quiet: GiteaWeb
  expect CustomGitHooks on open
  expect OpenRegistration on open
  expect no CustomGitHooks on shut
  expect no OpenRegistration on shut
  expect possible CustomGitHooks on quiet
  expect inherent(open) >= High
}

test "the Docker socket" {
  process a: JobContainers { docker_socket }
  process b: JobContainers { docker_socket = false }
  expect DockerSocket on a
  expect no DockerSocket on b
}
