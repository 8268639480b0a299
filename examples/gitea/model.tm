//! Gitea, a self-hosted Git service, as a small organisation runs it: from the public documentation, with the
//! defaults of its configuration. Names in capitals in comments are settings of `app.ini`.
//!
//! Written by somebody who reads the manual and not the source: what the manual does not say is left unknown.

use std.web

model gitea "Self-hosted Gitea" {
  owner = "it@example.org"
  scope = "One instance with web, SSH, Actions and packages, for a team and its guests. The clients' machines are out of scope."
  methods = [Stride]
  appetite = Moderate
}

tag defaults "Runs with the settings it was installed with"

/// Repositories, private ones too, wikis, and large files.
data Source "Source code" {
  confidentiality = Moderate
  integrity = High
  availability = Moderate
}

/// Issues, pull requests, comments, releases.
data Issues "Issues and reviews" {
  confidentiality = Moderate
  integrity = Moderate
  availability = Moderate
}

/// Container images and packages that others install.
data Packages "Packages" { confidentiality = Low, integrity = High, availability = Low }

/// Name, e-mail address, keys that were uploaded, hash of the password.
data Account: PersonalData "Account" {
  confidentiality = Moderate
  integrity = High
  availability = Moderate
}

data Password: Credentials "User's password" { confidentiality = High, integrity = High }
data Session: Credentials "Session or API token" {
  confidentiality = High
  integrity = High
  availability = Low
}

/// SECRET_KEY, INTERNAL_TOKEN, the OAuth2 signing key, the database password: all in app.ini or beside it.
data InstanceSecrets: Secret "Secrets of the instance" {
  confidentiality = VeryHigh
  integrity = High
  availability = Moderate
}

/// What workflows are given: deployment keys, registry passwords. Kept in the database, encrypted with SECRET_KEY.
data ActionsSecrets: Secret "Secrets of workflows" { confidentiality = VeryHigh, integrity = High }

data RunnerToken: Credentials "Token of a runner" { confidentiality = High, integrity = High }
data JobLog "Logs and artefacts of jobs" {
  confidentiality = Moderate
  integrity = Low
  availability = Low
}
data Event "Webhook event" { confidentiality = Moderate, integrity = Moderate }
data Mail "Notification" { confidentiality = Moderate, integrity = Low }

/// The manual says that the host's Docker socket gives root. Jobs run on a machine that has nothing else on it.
assumption runner_alone "The runner's machine does nothing else"

/// Nobody outside the team has an account, although DISABLE_REGISTRATION was false for the first week.
assumption team_only "Accounts belong to the team and its guests"

attacker passer_by "Someone on the internet" { starts_at = [internet], skill = Level.Low }
attacker guest "Guest with an account" { starts_at = [member], skill = Level.Moderate }

goal steal_source "Read private repositories" {
  attacker = passer_by
  target = repositories
  impact = Level.High
}
goal ship_backdoor "Change what the team ships" {
  attacker = guest
  target = objects
  impact = Level.VeryHigh
}
goal take_secrets "Read the secrets of workflows" {
  attacker = guest
  target = ActionsSecrets
  impact = Level.VeryHigh
}

view serving "Web and Git" {
  include = [member, visitor, proxy, web, ssh, repositories, database, objects]
}
view actions "Actions" { include = [web, runner, jobs, marketplace, objects] }
