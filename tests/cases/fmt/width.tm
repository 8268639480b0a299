threat CleartextTransport: Stride.InformationDisclosure "Data readable in transit" {
  when not f.encrypted and f.crosses_boundary and d.confidentiality >= Moderate and f.source is actor
  likelihood = if f.source.trust == Untrusted then High else Moderate
  likelihood = if f.source.trust == Untrusted and f.target.trust == Trusted then High else if d.secret then VeryHigh else Moderate
  mitigated_by = [Tls, Vpn(strength = 70%), Waf(on = f.target), EndToEndEncryption, SomethingElseEntirely, AndOneMore]
  references = ["CWE-319",
    "CAPEC-157",

    "T1040"]
  when exists p in f.target.outflows where (p.target is SqlDatabase or p.target is DocumentStore or p.open)
  when (a_rather_long_condition or another_rather_long_condition) and (yet_another_condition or the_last_one)
  impact = max([d.confidentiality for d in f.data where (d.confidentiality >= Moderate and d.personal_or_secret)])
}
flow a_flow_with_a_long_name: a_source_with_a_long_name -> a_target_with_a_long_name over Https "And a title"
flow checkout: customer -> api over Https "Place order" { sends = [Order, Card], receives = [Receipt, Order] }
