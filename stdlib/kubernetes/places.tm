//! Clusters and namespaces, and what is said about them once for everything inside.

/// What pods may ask for, in the words of the Pod Security Standards.
enum PodSecurity {
  Privileged "Anything"
  Baseline "What is known to lead to the node is refused"
  Restricted "Only what an ordinary program needs"
}

extend boundary {
  /// The profile that the cluster enforces on pods inside; what asks for more is not started.
  inherited pod_security: PodSecurity
  /// Pods inside talk only to whom a policy names, coming in and going out.
  inherited default_deny: Bool
  /// A token for the cluster's API is put into the file system of pods inside. Kubernetes does so unless told otherwise.
  inherited mounted_token: Bool
  /// Containers inside run as root, or may gain root's rights. A workload may say it of itself.
  inherited runs_as_root: Bool
  /// Pods inside may ask the kernel only for what ordinary programs need (seccomp). Pods that must be `Restricted` have such a filter.
  inherited syscalls_filtered: Bool
  /// Pods inside get secrets as files, or fetch them, and not as environment variables.
  inherited secrets_as_files: Bool
  /// Pods inside have limits on memory and processor.
  inherited resource_limits: Bool
}

extend Cluster {
  /// Its control plane and nodes run a version that still gets security fixes.
  supported_version: Bool
  /// Pods cannot reach the cloud's metadata service, so that the rights of the machine stay with the machine.
  metadata_blocked: Bool
  /// Audit log, events and logs of pods are sent, as they are written, to a place that administrators of the cluster cannot change.
  logs_leave: Bool
}

/// A machine of the cluster, with everything that runs on it.
type Node: Host "Node"
