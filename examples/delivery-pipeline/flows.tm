//! From the first keystroke to production.

flow write: developer -> workstation "Write code" {
  encrypted
  sends = SourceCode
  receives = SourceCode
}
flow push: workstation -> code_host over Ssh "Push a branch" { sends = [SourceCode, PipelineFiles] }
flow review: developer -> code_host over Https "Review and merge" {
  sends = SourceCode
  receives = SourceCode
}
flow propose: contributor -> code_host over Https "Pull request from a fork" {
  sends = [SourceCode, PipelineFiles]
}
flow code_host -> repository "Keep" {
  encrypted
  sends = [SourceCode, PipelineFiles, AwsKeys]
  receives = [SourceCode, PipelineFiles, AwsKeys]
}

// Runners ask for work; nothing connects to them.
flow fetch_job: build_runner -> code_host over Https "Ask for a job" {
  sends = JobLog
  receives = [SourceCode, PipelineFiles, JobToken]
}
flow test_runner -> code_host over Https {
  sends = JobLog
  receives = [SourceCode, PipelineFiles]
}
flow deploy_runner -> code_host over Https {
  sends = JobLog
  receives = [PipelineFiles, JobToken]
}

flow download: build_runner -> public_packages over Https "Download packages" {
  receives = Packages
}
flow build_runner -> cache over Https { sends = Packages, receives = Packages }
flow test_runner -> cache over Https { receives = Packages }
flow publish: build_runner -> registry over Https "Publish the image" {
  sends = [Image, Provenance]
}
flow test_runner -> registry over Https { receives = Image }
flow sign: build_runner -> signing over Https "Have it signed" {
  sends = JobToken
  receives = Provenance
}

// SigningKey came into its store by a ceremony of two people, and never leaves it.
flow ceremony: release_manager -> signing over Https "Key ceremony, once a year" {
  sends = SigningKey
}

flow deploy: deploy_runner -> control_plane over Https "Roll out" { sends = [Provenance, JobToken] }
flow approve: release_manager -> code_host over Https "Approve the release"
flow control_plane -> registry over Https "Pull the image" { receives = [Image, Provenance] }
flow control_plane -> deploy_log over Https { sends = DeployEvents }
flow control_plane -> service over Https "Start" { sends = Image }
