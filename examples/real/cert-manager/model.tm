//! cert-manager 1.14 as its manifest or Helm chart installs it, in a cluster that several teams share: from the public
//! documentation at cert-manager.io/docs. What it does not say is left unknown.

use std.kubernetes
use std.cicd
use std.web
use std.identity
use std.data

model cert_manager "cert-manager" {
  owner = "platform@example.org"
  scope = "From the object that asks for a certificate to the secret that holds it. Kubernetes itself, those who issue certificates, and the building of cert-manager are out of scope."
  methods = [Stride]
  appetite = Moderate
}

/// Certificates, requests, issuers, orders, challenges: custom resources of the cluster.
data Requests "Objects of cert-manager" {
  confidentiality = Low
  integrity = High
  availability = Moderate
}

/// Keys of the certificates that cert-manager asked for; a secret in the namespace of who asked.
data TlsKey: Secret "Keys of certificates" {
  confidentiality = VeryHigh
  integrity = High
}

/// Key of an issuer that signs in the cluster; a secret.
data SigningKey: Secret "Key of the cluster's own authority" {
  confidentiality = VeryHigh
  integrity = VeryHigh
}

/// Key of the account at the public authority; a secret.
data AccountKey: Secret "Key of the ACME account" {
  confidentiality = High
  integrity = High
}

/// What changes records at the DNS provider, or signs at Vault; secrets.
data ProviderKey: Secret "Credentials for DNS provider and Vault" {
  confidentiality = VeryHigh
  integrity = High
}

/// What a public authority wants to see under a name, or at an address, before it believes.
data Proof "Answer to a challenge" {
  confidentiality = VeryLow
  integrity = High
  availability = Moderate
}
data SigningRequest "Signing requests and certificates" {
  confidentiality = VeryLow
  integrity = High
  availability = Moderate
}

/// Which authorities webhooks and interfaces of the cluster believe.
data Trusted "Bundles of authorities" {
  confidentiality = VeryLow
  integrity = VeryHigh
}
data Metrics "Metrics" { confidentiality = Low, integrity = Low }

attacker team "Who may create objects in one namespace" {
  starts_at = [tenant_app],
  skill = Level.Moderate
}
attacker anyone "Someone on the internet" { starts_at = [internet], skill = Level.Low }

goal impersonate "Have a certificate for the name of another" {
  attacker = team
  target = secrets
  impact = Level.VeryHigh
}
