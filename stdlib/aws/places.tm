//! Accounts and networks of AWS.
use std.cloud

/// What belongs to one owner, and is ruled from one place.
type AwsOrganization: CloudOrganisation "AWS organisation"

/// An AWS account.
type AwsAccount: CloudAccount "AWS account"

/// The account that the organisation is ruled from.
type AwsManagementAccount: ManagementAccount + AwsAccount "AWS management account"

/// A virtual private cloud.
type Vpc: CloudNetwork "Amazon VPC"

/// A part of a virtual private cloud whose programs cannot be reached from outside it.
type PrivateSubnet: PrivateNetwork "Private subnet"

/// A part of a virtual private cloud with a way to and from the internet.
type PublicSubnet: Dmz "Public subnet" { icon = "firewall" }

/// A managed Kubernetes cluster.
type EksCluster: Cluster "Amazon EKS cluster"
