//! Places: the kinds of boundary, and how far what is inside them is trusted.

extend boundary {
  /// How far the people and programs inside are trusted. Read through by everything inside that says nothing else.
  inherited trust: Trust
}

/// The public internet, and everyone on it.
type Internet: boundary "Internet" { icon = "internet", trust = Untrusted }

/// A browser on a device that is not ours: its user can change everything in it.
type Browser: boundary "Browser" { icon = "browser", trust = Untrusted }

/// A phone or computer in the hands of a user.
type UserDevice: boundary "User's device" { icon = "laptop", trust = Untrusted }

/// The systems of another organisation that we have a contract with.
type PartnerNetwork: boundary "Partner's network" { icon = "people", trust = SemiTrusted }

/// The zone between the internet and the inside, where what faces outward stands.
type Dmz: boundary "DMZ" { icon = "firewall", trust = SemiTrusted }

/// Offices and the devices of staff.
type OfficeNetwork: boundary "Office network" { icon = "building", trust = SemiTrusted }

/// A network that only our own systems are in.
type PrivateNetwork: boundary "Private network" { icon = "network", trust = Trusted }

/// An account, subscription or project at a cloud provider.
type CloudAccount: boundary "Cloud account" { icon = "cloud", trust = Trusted }

/// A machine room of our own.
type Datacentre: boundary "Data centre" { icon = "server", trust = Trusted }

/// A zone for what few may touch: keys, payment systems, administration.
type RestrictedZone: boundary "Restricted zone" { icon = "lock", trust = HighlyTrusted }

/// A machine, real or virtual. Trusted as far as what it stands in.
type Host: boundary "Host" { icon = "server" }

/// A container. Trusted as far as what it stands in.
type Container: boundary "Container" { icon = "container" }

/// A cluster of an orchestrator such as Kubernetes. Trusted as far as what it stands in.
type Cluster: boundary "Cluster" { icon = "cluster" }

/// A part of a cluster. Trusted as far as what it stands in.
type Namespace: boundary "Namespace" { icon = "area" }

/// The share of one customer in a system that serves many.
type Tenant: boundary "Tenant" { icon = "building" }

/// Where in the life of software a system stands.
enum Stage {
  Production "Production"
  Test "Test"
  Development "Development"
}

extend boundary {
  /// What the systems inside are for. Read through by everything inside that says nothing else.
  inherited stage: Stage
}

/// It is stated that the element is for trying things out.
fn for_tests(n: node) = known(n.stage) and n.stage in [Test, Development]

/// It is stated that the element is in real use.
fn in_production(n: node) = known(n.stage) and n.stage == Production
