//! What systems are for: real use, or trying things out.

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
