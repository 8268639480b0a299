//! Sample diagrams.

use tm_diagram::{Boundary, Diagram, Direction, End, Flow, LegendEntry, LegendKey, Node, Shape, Tone};

/// The online bookshop of the language's documentation.
pub fn bookshop() -> Diagram {
    let boundaries = vec![
        boundary("internet", "Internet", "Internet", None),
        boundary("aws", "AWS production", "CloudAccount", None),
        risky(boundary("vpc", "vpc", "PrivateNetwork", Some(1)), 2, "1"),
    ];
    let nodes = vec![
        node(Shape::Actor, "customer", "Customer", "Customer", Some(0), 0, ""),
        external(node(Shape::Process, "stripe", "Stripe", "PaymentProvider", Some(0), 0, "")),
        node(Shape::Process, "api", "Checkout API", "WebService", Some(2), 4, "7"),
        node(Shape::Store, "orders", "Orders", "RdsPostgres", Some(2), 3, "2"),
    ];
    let flows = vec![flow(0, 2, "Place order", 3), flow(2, 3, "Order, Card", 0), flow(2, 1, "Card", 5)];
    diagram("Online bookshop", boundaries, nodes, flows)
}

/// Online banking: 14 nodes, 22 flows, boundaries three deep.
pub fn bank() -> Diagram {
    let boundaries = vec![
        boundary("internet", "Internet", "Internet", None),
        boundary("cloud", "Cloud account", "CloudAccount", None),
        risky(boundary("edge", "Edge network", "Dmz", Some(1)), 3, "2"),
        boundary("core", "Core network", "PrivateNetwork", Some(1)),
        risky(boundary("vault", "Key vault", "SecureEnclave", Some(3)), 1, ""),
        boundary("office", "Office", "CorporateNetwork", None),
    ];
    let nodes = bank_nodes();
    let flows = bank_flows();
    diagram("Online banking, production", boundaries, nodes, flows)
}

fn bank_nodes() -> Vec<Node> {
    vec![
        node(Shape::Actor, "customer", "Customer", "Person", Some(0), 0, ""),
        node(Shape::Process, "app", "Mobile app", "MobileApp", Some(0), 3, "4"),
        external(node(Shape::Process, "scheme", "Card scheme", "PaymentNetwork", Some(0), 0, "")),
        node(Shape::Process, "gateway", "API gateway", "ReverseProxy", Some(2), 4, "5"),
        node(Shape::Process, "login", "Sign-in service", "IdentityProvider", Some(2), 5, "3"),
        node(Shape::Process, "accounts", "Account service", "WebService", Some(3), 2, "2"),
        node(Shape::Process, "payments", "Payment service", "WebService", Some(3), 4, "6"),
        node(Shape::Process, "fraud", "Fraud scoring", "Worker", Some(3), 0, ""),
        node(Shape::Store, "ledger", "Ledger", "PostgresCluster", Some(3), 3, "2"),
        node(Shape::Store, "events", "Event log", "KafkaTopic", Some(3), 1, "1"),
        node(Shape::Process, "signer", "Signing service", "Hsm", Some(4), 0, ""),
        node(Shape::Store, "keys", "Keys", "KeyStore", Some(4), 2, "1"),
        node(Shape::Actor, "clerk", "Clerk", "Employee", Some(5), 0, ""),
        node(Shape::Process, "console", "Back-office console", "WebApplication", Some(5), 4, "4"),
    ]
}

fn bank_flows() -> Vec<Flow> {
    let mut flows = vec![
        flow(0, 1, "Uses", 0),
        flow(1, 3, "Requests", 3),
        flow(1, 4, "Credentials", 4),
        flow(3, 4, "Check token", 1),
        flow(3, 5, "Balance", 0),
        flow(3, 6, "Payment order", 2),
        flow(5, 8, "Read postings", 0),
        flow(6, 8, "Write postings", 3),
        flow(6, 7, "Score payment", 0),
        flow(7, 9, "Read history", 0),
        flow(6, 9, "Payment events", 0),
        flow(5, 9, "Account events", 0),
        flow(6, 10, "Sign", 1),
        flow(10, 11, "Load key", 0),
        flow(6, 2, "Clearing file", 5),
        flow(2, 3, "Notification", 3),
        flow(12, 13, "Works with", 0),
        flow(13, 3, "Support requests", 4),
        flow(13, 5, "Account changes, limits and closures", 2),
        flow(13, 4, "Sign in", 1),
        flow(7, 7, "Retrain model", 0),
        flow(13, 9, "Audit", 0),
    ];
    flows[3].both_ways = true;
    flows[21].dashed = true;
    flows
}

/// The same bank with its inner boundaries collapsed, and a stub.
pub fn overview() -> Diagram {
    let mut out = bank();
    out.title = "Online banking, overview".to_owned();
    for at in [2, 3] {
        out.boundaries[at].collapsed = true;
        out.boundaries[at].tone = Tone::Level(4);
        out.boundaries[at].badge = "11 threats".to_owned();
    }
    out.flows.retain(|flow| merged(flow.source) != merged(flow.target));
    out.flows.dedup_by_key(|flow| (merged(flow.source), merged(flow.target)));
    out.nodes.push(node(Shape::Stub, "partner", "Partner bank", "see picture 2", None, 0, ""));
    out.flows.push(flow(14, 2, "3 flows", 0));
    out
}

fn merged(end: End) -> usize {
    match end {
        End::Node(3 | 4) => 100,
        End::Node(5..=11) => 101,
        End::Node(at) | End::Boundary(at) => at,
    }
}

/// Labels as an attacker or a careless person might write them.
pub fn hostile() -> Diagram {
    let boundaries = vec![
        boundary("b", "</text><script>alert(1)</script> & \"quotes\" 'and' more words than fit", "", None),
        boundary("empty", "", "", Some(0)),
    ];
    let long = "Averyveryverylongwordwithoutanyblanksinitatallwhichgoesonandonandon and then some";
    let nodes = vec![
        node(Shape::Process, "long", long, long, Some(0), 3, long),
        node(Shape::Store, "rtl", "مخزن الطلبات", "שלום עולם", Some(0), 2, "٣"),
        node(Shape::Actor, "empty", "", "", None, 0, ""),
        node(Shape::Process, "cjk", "注文サービス注文サービス注文サービス", "웹 서비스", None, 5, "1"),
        node(Shape::Store, "odd", "a\nb\tc\u{0}\u{202e}d | e < f > g", "emoji 🔐", Some(0), 1, ""),
    ];
    let mut flows = vec![
        flow(0, 1, "<b>bold</b> | pipe", 3),
        flow(0, 1, long, 0),
        flow(1, 0, "back", 0),
        flow(2, 2, "self", 2),
        flow(3, 0, "注文を送信する注文を送信する注文を送信する", 5),
        flow(4, 3, "", 4),
    ];
    flows.push(Flow { source: End::Boundary(1), target: End::Node(2), ..flow(0, 0, "from the empty boundary", 0) });
    diagram("Hostile & odd <labels>", boundaries, nodes, flows)
}

fn diagram(title: &str, boundaries: Vec<Boundary>, nodes: Vec<Node>, flows: Vec<Flow>) -> Diagram {
    Diagram { title: title.to_owned(), direction: Direction::Down, nodes, boundaries, flows, legend: legend() }
}

fn legend() -> Vec<LegendEntry> {
    let shapes = [
        (LegendKey::Shape(Shape::Actor), "Actor"),
        (LegendKey::Shape(Shape::Process), "Process"),
        (LegendKey::Shape(Shape::Store), "Store"),
        (LegendKey::External, "Outside our control"),
        (LegendKey::Boundary, "Trust boundary"),
        (LegendKey::Flow, "Flow"),
    ];
    let levels = ["Very low", "Low", "Moderate", "High", "Very high"];
    let tones = (1..).zip(levels).map(|(level, word)| LegendEntry::new(LegendKey::Tone(Tone::Level(level)), word));
    let shapes = shapes.into_iter().map(|(key, word)| LegendEntry::new(key, word));
    shapes.chain(tones).collect()
}

fn boundary(id: &str, label: &str, subtitle: &str, parent: Option<usize>) -> Boundary {
    Boundary {
        id: id.to_owned(),
        label: label.to_owned(),
        subtitle: subtitle.to_owned(),
        parent,
        ..Boundary::default()
    }
}

fn risky(mut boundary: Boundary, level: u8, badge: &str) -> Boundary {
    boundary.tone = Tone::Level(level);
    boundary.badge = badge.to_owned();
    boundary
}

fn node(shape: Shape, id: &str, label: &str, subtitle: &str, parent: Option<usize>, level: u8, badge: &str) -> Node {
    Node {
        id: id.to_owned(),
        label: label.to_owned(),
        subtitle: subtitle.to_owned(),
        shape,
        parent,
        tone: tone(level),
        badge: badge.to_owned(),
        ..Node::default()
    }
}

fn external(mut node: Node) -> Node {
    node.external = true;
    node
}

fn flow(source: usize, target: usize, label: &str, level: u8) -> Flow {
    Flow {
        id: format!("{source}..{target}"),
        source: End::Node(source),
        target: End::Node(target),
        label: label.to_owned(),
        tone: tone(level),
        both_ways: false,
        dashed: false,
        about: String::new(),
        members: Vec::new(),
    }
}

fn tone(level: u8) -> Tone {
    if level == 0 { Tone::None } else { Tone::Level(level) }
}
