//! Ids of the house that threats and controls refer to.

/// The edge team's rules for gateways, as exported from where the team keeps them.
catalog AcmeGateway "Gateway rules of Acme" {
  version = "2026"
  ids = "ACME-GW-#"
  table = "gateway-rules.tsv"
  url = "https://rules.acme.example/gateway/{1}"
}

/// Reports about incidents. There is no table: the list is nobody's business but ours.
catalog AcmeIncidents "Incident reports of Acme" {
  ids = "ACME-INC-#-#"
}
