//! Ruling: what fires, what stays silent.
use std.cicd
use std.web

test "where the API server answers" {
  actor admin: Administrator
  process open: KubernetesApi { internet_facing }
  process closed: KubernetesApi { internet_facing = false }
  process quiet: KubernetesApi
  flow admin -> open
  flow admin -> closed
  flow admin -> quiet
  expect ExposedControlPlane on open
  expect no ExposedControlPlane on closed
  expect possible ExposedControlPlane on quiet
}

test "an API server that strangers can reach" {
  boundary outside: Internet {
    actor eve: Visitor
  }
  boundary inside: Cluster {
    process api: KubernetesApi
  }
  flow eve -> api
  expect ExposedControlPlane on api
}

test "logins of people" {
  actor admin: Administrator
  process gitops: GitOpsController
  process certificates: KubernetesApi { authentication = ClientCertificate }
  process company: KubernetesApi { authentication = OpenIdConnect }
  process both: KubernetesApi { authentication = OpenIdConnect, also_accepts = ClientCertificate }
  process machines_only: KubernetesApi { authentication = ClientCertificate }
  process quiet: KubernetesApi
  flow admin -> certificates
  flow admin -> company
  flow admin -> both
  flow gitops -> machines_only
  flow admin -> quiet
  expect UnrevocableLogin on certificates
  expect no UnrevocableLogin on company
  expect UnrevocableLogin on both
  expect no UnrevocableLogin on machines_only
  expect no UnrevocableLogin on quiet
}

test "shells" {
  actor admin: Administrator
  process gitops: GitOpsController
  process free: KubernetesApi { restricted_exec = false }
  process strict: KubernetesApi { apply RestrictedExec }
  process quiet: KubernetesApi
  process machines_only: KubernetesApi { restricted_exec = false }
  flow admin -> free
  flow admin -> strict
  flow admin -> quiet
  flow gitops -> machines_only
  expect FreeShells on free
  expect no FreeShells on strict
  expect possible FreeShells on quiet
  expect no FreeShells on machines_only
}

test "ways to etcd" {
  process api: KubernetesApi
  process tool: Worker + Workload
  store open: Etcd
  store peer: Etcd
  store closed: Etcd
  flow api -> open
  flow tool -> open
  flow api -> closed
  flow peer -> closed
  expect EtcdReachable on open
  expect no EtcdReachable on closed
}

test "kubelets" {
  process api: KubernetesApi
  process obedient: Kubelet { access_control = false }
  process asking: Kubelet { apply RoleBasedAccess }
  process quiet: Kubelet
  flow api -> obedient
  flow api -> asking
  flow api -> quiet
  expect OpenKubelet on obedient
  expect no OpenKubelet on asking
  expect possible OpenKubelet on quiet
}

test "guards" {
  process api: KubernetesApi
  process absent: AdmissionWebhook { skipped_when_down }
  process firm: AdmissionWebhook { skipped_when_down = false }
  process quiet: AdmissionWebhook
  external process vendor: AdmissionWebhook { skipped_when_down = false }
  flow a: api -> absent
  flow b: api -> firm
  flow c: api -> quiet
  flow d: api -> vendor
  expect AdmissionFailsOpen on absent
  expect no AdmissionFailsOpen on firm
  expect possible AdmissionFailsOpen on quiet
  expect OutsideAdmission on d
  expect no OutsideAdmission on b
}

test "guards that one request stops" {
  process api: KubernetesApi
  process open: AdmissionWebhook { skipped_when_down = false, requests_limited = false }
  process firm: AdmissionWebhook { skipped_when_down = false, requests_limited }
  process quiet: AdmissionWebhook
  process absent: AdmissionWebhook { skipped_when_down, requests_limited = false }
  flow a: api -> open
  flow b: api -> firm
  flow c: api -> quiet
  flow d: api -> absent
  expect OverloadedAdmission on open
  expect no OverloadedAdmission on firm
  expect possible OverloadedAdmission on quiet
  expect no OverloadedAdmission on absent // it is let by: the other rule
}

test "pages about the cluster" {
  boundary outside: Internet {
    actor eve: Visitor
  }
  boundary inside: Cluster {
    actor alice: Employee
    process open: ClusterTool + Workload
    process closed: ClusterTool + Workload
  }
  flow eve -> open
  flow alice -> closed
  expect ExposedClusterTool on open
  expect no ExposedClusterTool on closed
}

test "the library of pipelines knows the API server" {
  data App: ContainerImage
  actor admin: Administrator
  process believing: KubernetesApi { verifies_artefacts = false, audit_log = false }
  process strict: KubernetesApi { apply [VerifiedRelease, AuditLog] }
  store images: ContainerRegistry
  flow believing -> images { receives = App }
  flow strict -> images { receives = App }
  flow admin -> believing
  flow admin -> strict
  expect UnverifiedRelease on believing
  expect no UnverifiedRelease on strict
}

test "pipelines" {
  process api: KubernetesApi
  process elsewhere
  process king: CiRunner { cluster_rights = ClusterAdmin }
  process deployer: CiRunner { cluster_rights = StartsWorkloads }
  process asked: CiRunner
  process apart: CiRunner { cluster_rights = ClusterAdmin }
  flow king -> api
  flow deployer -> api
  flow asked -> api
  flow apart -> elsewhere
  expect PipelineRulesCluster on king
  expect no PipelineRulesCluster on deployer
  expect possible PipelineRulesCluster on asked
  expect no PipelineRulesCluster on apart
}

test "logins on nodes" {
  actor admin: Administrator
  process scanner
  boundary cluster: Cluster {
    boundary machine: Node {
      process agent: Kubelet
    }
    process api: KubernetesApi
  }
  flow shell: admin -> agent over Ssh
  flow asks: admin -> agent over Https
  flow watched: admin -> api over Ssh
  flow scan: scanner -> agent over Ssh
  expect ShellOnNode on shell
  expect no ShellOnNode on asks
  expect no ShellOnNode on watched
  expect no ShellOnNode on scan
}

test "probes" {
  boundary open: Node {
    pod_security = Privileged
    process loose: Kubelet { probes_confined = false }
    process firm: Kubelet { probes_confined = true }
    process quiet: Kubelet
    process app: Workload
  }
  boundary strict: Node {
    pod_security = Baseline
    process held: Kubelet { probes_confined = false }
  }
  flow loose -> app
  flow firm -> app
  flow quiet -> app
  flow held -> app
  expect ProbesElsewhere on loose
  expect no ProbesElsewhere on firm
  expect possible ProbesElsewhere on quiet
  expect no ProbesElsewhere on held
}

test "people behind a relay rule a cluster" {
  actor ops: Administrator
  process laptop: Workstation
  process lb: LoadBalancer
  process robot_lb: LoadBalancer
  process robot
  boundary nodes: Node {
    process kubelet
  }
  process api: KubernetesApi { restricted_exec = false, authentication = ClientCertificate }
  process quiet: KubernetesApi
  process by_robots: KubernetesApi { restricted_exec = false, authentication = ClientCertificate }
  flow ops -> laptop
  flow laptop -> lb
  flow lb -> api
  flow lb -> quiet
  flow robot -> robot_lb
  flow robot_lb -> by_robots
  flow login: laptop -> kubelet over Ssh
  flow repair: robot -> kubelet over Ssh
  expect FreeShells on api
  expect possible FreeShells on quiet
  expect no FreeShells on by_robots
  expect UnrevocableLogin on api
  expect no UnrevocableLogin on by_robots
  expect ShellOnNode on login
  expect no ShellOnNode on repair
}

test "the API behind a balancer" {
  process lb: LoadBalancer
  process other_lb: LoadBalancer
  process api: KubernetesApi
  process plain
  process guard: AdmissionWebhook { skipped_when_down = true }
  process unasked: AdmissionWebhook { skipped_when_down = true }
  process app: Workload
  process apart: Workload
  process hooks: LoadBalancer
  flow app -> lb
  flow lb -> api
  flow apart -> other_lb
  flow other_lb -> plain
  flow api -> hooks
  flow hooks -> guard
  flow other_lb -> unasked
  expect possible WideApiRights on app
  expect no WideApiRights on apart
  expect AdmissionFailsOpen on guard
  expect no AdmissionFailsOpen on unasked
}
