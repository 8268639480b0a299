//! Projects and networks of Google Cloud.
use std.cloud

/// What belongs to one owner, and is ruled from one place.
type GcpOrganization: CloudOrganisation "Google Cloud organisation"

/// A project, the unit of rights and bills.
type GcpProject: CloudAccount "Google Cloud project"

/// A network of one or several projects.
type GcpNetwork: CloudNetwork "Google Cloud VPC network"

/// A part of a network in one region.
type GcpSubnet: PrivateNetwork "Google Cloud subnet"

/// A managed Kubernetes cluster.
type GkeCluster: Cluster "Google Kubernetes Engine cluster"
