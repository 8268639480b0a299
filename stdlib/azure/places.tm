//! Subscriptions and networks of Azure.
use std.cloud

/// What belongs to one owner, and is ruled from one place.
type EntraTenant: CloudOrganisation "Microsoft Entra tenant"

/// An Azure subscription.
type AzureSubscription: CloudAccount "Azure subscription"

/// A part of a subscription that is made and removed together. Trusted as far as what it stands in.
type ResourceGroup: boundary "Azure resource group" { icon = "area" }

/// A virtual network.
type AzureNetwork: CloudNetwork "Azure virtual network"

/// A part of a virtual network.
type AzureSubnet: PrivateNetwork "Azure subnet"

/// A managed Kubernetes cluster.
type AksCluster: Cluster "Azure Kubernetes Service"
