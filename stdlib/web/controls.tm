//! Controls for types of this package.

/// Depth, size and cost of a query are limited before it runs.
control QueryLimits: GraphQlApi "Query limits" {
  strength = 85%
  depth_limit = true
  satisfies = ["NIST-800-53 SC-6"]
  cost = 2_000 EUR
}
