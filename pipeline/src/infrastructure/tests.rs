//! Readers of infrastructure on small and hostile input.

use super::*;
use tm_compiler::drift::Infrastructure;

fn said(format: Format, content: &str) -> Infrastructure {
    let mut infrastructure = Infrastructure::default();
    read(format, "dir/file", content.as_bytes(), &mut infrastructure);
    infrastructure
}

fn names(infrastructure: &Infrastructure) -> Vec<&str> {
    infrastructure.resources.iter().filter(|one| !one.implied).map(Resource::name).collect()
}

fn skipped(infrastructure: &Infrastructure) -> &[String] {
    &infrastructure.files[0].skipped
}

#[test]
fn compose_in_long_and_short_forms() {
    let found = said(
        Format::Compose,
        "x-common: &common\n  environment: {A: one, B: two}\nservices:\n  api:\n    <<: *common\n    build: ../src/api\n    \
         ports: [{target: 80, published: 8080, host_ip: 127.0.0.1}]\n    environment: [\"B=three=3\"]\n    networks: [back]\n  \
         db: {image: \"r.example.org:5000/lib/postgres:16@sha256:1\", networks: {back: , front: }}\nnetworks: {back: , front: }\n",
    );
    assert_eq!(names(&found), ["networks.back", "networks.front", "services.api", "services.db"]);
    let (api, db) = (&found.resources[3], &found.resources[4]);
    assert_eq!(api.tree.text_at(&["environment", "B"]), "three=3", "what is stated wins over what is brought in");
    assert_eq!(api.tree.at(&["environment", "A"]), None, "a map of its own replaces the other");
    assert_eq!(api.tree.at(&["ports"]).unwrap().items()[0].text(), "127.0.0.1:8080:80");
    assert_eq!(api.code, ["src/api"]);
    assert_eq!((api.tree.text_at(&["network"]), api.line), ("back", 4));
    assert_eq!((db.tree.text_at(&["network"]), db.tree.text_at(&["software"])), ("", "postgres"));
}

#[test]
fn compose_takes_over_what_another_service_says() {
    let of = |services: &str| said(Format::Compose, &format!("services:\n{services}"));
    let found = of(
        "  base: {ports: [\"80:80\"], environment: {A: one, B: two}, image: x}\n  api: {extends: {service: base}, ports: [\"443:443\"], \
         environment: {B: three}}\n  web: {extends: api}\n",
    );
    let ports =
        |at: usize| found.resources[at].tree.get("ports").unwrap().items().iter().map(Tree::text).collect::<Vec<_>>();
    assert_eq!((ports(2), ports(3)), (vec!["80:80", "443:443"], vec!["80:80", "443:443"]));
    let environment = |key| found.resources[3].tree.text_at(&["environment", key]);
    assert_eq!((environment("A"), environment("B"), found.files[0].lost), ("one", "three", false));
    for lost in ["  a: {extends: {file: o.yml, service: s}}\n", "  a: {extends: none}\n", "  a: {extends: a}\n"] {
        assert!(of(lost).files[0].lost, "{lost}");
    }
}

#[test]
fn passwords_before_a_registry_are_dropped() {
    for (image, kept) in [
        ("user:hunter2@r.example.org/shop/api:1", "r.example.org/shop/api:1"),
        ("u:p@ss@r.example.org/api", "r.example.org/api"),
        ("u:p@r.example.org/api@sha256:ab", "r.example.org/api@sha256:ab"),
        ("r.example.org/api:1@sha256:ab", "r.example.org/api:1@sha256:ab"),
        ("postgres", "postgres"),
    ] {
        let found = said(Format::Compose, &format!("services: {{a: {{image: \"{image}\"}}}}\n"));
        assert_eq!(found.resources[1].images, [kept]);
    }
}

#[test]
fn compose_resets_and_overrides() {
    let found = said(
        Format::Compose,
        "services:\n  a: {ports: !reset []}\n  b: {ports: !override [\"80:80\"]}\n  c: {image: !reset null}\n",
    );
    let ports = |at: usize| found.resources[at].tree.get("ports").map(|one| one.items().len());
    assert_eq!((ports(1), ports(2)), (Some(0), Some(1)));
    assert!(found.resources[3].images.is_empty());
}

#[test]
fn kubernetes_in_several_documents() {
    let found = said(
        Format::Kubernetes,
        "kind: List\nitems:\n- {kind: Deployment, metadata: {name: web, namespace: shop}, spec: {template: {metadata: {labels: \
         {app: web}}, spec: {containers: [{image: nginx}]}}}}\n---\nkind: Secret\nmetadata: {name: key}\ndata: {k: aGVsbG8=}\n\
         ---\n# nothing\n---\nmetadata: {name: x}\n---\nkind: CronJob\nmetadata: {name: tidy}\nspec: {jobTemplate: {spec: {template: \
         {spec: {hostNetwork: true}}}}}\n",
    );
    assert_eq!(names(&found), ["shop/Deployment/web", "default/Secret/key", "default/CronJob/tidy"]);
    assert_eq!(skipped(&found), ["a document that is no object of Kubernetes"]);
    assert_eq!(found.resources[0].images, ["nginx"]);
    assert_eq!(found.resources[0].labels, [("app".to_owned(), "web".to_owned())]);
    assert_eq!(found.resources[1].tree.data, Data::Hidden, "what a secret holds is not kept");
    assert!(found.resources[2].tree.at(&["pod", "hostNetwork"]).is_some());
    let implied: Vec<&str> = found.resources.iter().filter(|one| one.implied).map(Resource::name).collect();
    assert_eq!(implied, ["Namespace/default", "Namespace/shop"]);
    let helm = said(Format::Kubernetes, "kind: Deployment\nmetadata: {name: {{ .Release.Name }}}\n");
    assert!(helm.resources.is_empty() && helm.files[0].cut && skipped(&helm)[0].contains("Helm"));
}

#[test]
fn plans_hide_what_is_secret_or_not_known_yet() {
    let plan = r#"{"planned_values": {"root_module": {"resources": [
        {"address": "a_db.x", "mode": "managed", "type": "a_db", "name": "x", "values": {"password": "hunter2", "size": 3, "on": null},
         "sensitive_values": {"password": true}},
        {"address": "data.a_db.y", "mode": "data", "type": "a_db", "name": "y", "values": {}}],
        "child_modules": [{"address": "module.m", "resources": [
          {"address": "module.m.a_part.this[\"k.1\"]", "mode": "managed", "type": "a_part", "name": "this", "index": "k.1", "values": {"doc": "{\"A\": [\"b\"]}"}}]}]}},
      "resource_changes": [{"address": "a_db.x", "change": {"after_unknown": {"id": true, "size": false}}}],
      "configuration": {"root_module": {"resources": [{"address": "a_db.x", "expressions": {}}],
        "module_calls": {"m": {"expressions": {"db": {"references": ["a_db.x.id", "a_db.x"]}}, "module": {
          "resources": [{"address": "a_part.this", "expressions": {"of": {"references": ["var.db"]}}}]}}}}}}"#;
    let found = said(Format::Terraform, plan);
    assert_eq!(names(&found), ["a_db.x", "module.m.a_part.this[\"k.1\"]"]);
    let (db, part) = (&found.resources[0], &found.resources[1]);
    assert_eq!(db.tree.get("password").unwrap().data, Data::Hidden);
    assert_eq!(db.tree.get("id").unwrap().data, Data::Hidden);
    assert_eq!((db.tree.text_at(&["size"]), &db.tree.get("on").unwrap().data), ("3", &Data::Null));
    assert_eq!(part.names[1], "module.m.a_part.this");
    assert_eq!(part.label, "m_k.1");
    assert_eq!(part.tree.at(&["doc", "A"]).unwrap().items()[0].text(), "b");
    assert_eq!(part.references, [("of".to_owned(), "a_db.x".to_owned())], "through the variable of the module");
    assert!(!format!("{found:?}").contains("hunter2"));
}

#[test]
fn templates_know_their_references() {
    let found = said(
        Format::Cloudformation,
        "Resources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties: {StorageEncrypted: !If [Prod, true, false], Port: !Ref P, \
         Kms: !Ref AWS::NoValue}\n  Fn:\n    Type: AWS::Lambda::Function\n    DependsOn: [Db]\n    Properties:\n      Environment: {V: \
         {H: !GetAtt Db.Endpoint.Address, U: !Sub \"${Db}/x\"}}\n  Bad: {Properties: {}}\n",
    );
    assert_eq!(names(&found), ["Db", "Fn"]);
    let (db, function) = (&found.resources[0], &found.resources[1]);
    assert_eq!(db.tree.get("StorageEncrypted").unwrap().data, Data::Hidden);
    assert_eq!(db.tree.get("Kms").unwrap().data, Data::Null);
    let ways: Vec<(&str, &str)> = function.references.iter().map(|(way, to)| (way.as_str(), to.as_str())).collect();
    assert_eq!(ways, [("Environment.V.H", "Db"), ("Environment.V.U", "Db"), ("DependsOn", "Db")]);
    assert_eq!(skipped(&found), ["a resource without a type"]);
}

#[test]
fn dirty_files_are_taken_as_far_as_they_go() {
    let compose = said(Format::Compose, "services:\n  a: {image: x}\n---\nservices: {b: [unclosed\n");
    assert_eq!(names(&compose), ["services.a"]);
    assert!(compose.files[0].cut && skipped(&compose)[0].contains("no YAML from line"));
    let plan = r#"{"planned_values": {"root_module": {"resources": [{"address": "a.b", "type": "a", "values": {"x": 1}}, {"address": "a.c", "type": "a", "val"#;
    let plan = said(Format::Terraform, plan);
    assert_eq!(names(&plan), ["a.b"], "half a resource says the wrong thing");
    assert!(plan.files[0].cut);
    for format in [Format::Terraform, Format::Compose, Format::Kubernetes, Format::Cloudformation] {
        for content in ["", " ", "null", "[]", "42", "\"x\"", "{}", "\u{0}", "- a\n- b", "a: b"] {
            let found = said(format, content);
            let told = !skipped(&found).is_empty() || (format == Format::Kubernetes && content == "null");
            assert!(told && found.resources.iter().all(|one| one.implied), "{format:?} {content:?}");
        }
    }
}

#[test]
fn bombs_do_not_go_off() {
    let mut bomb = String::from("services:\n  a0: &a0 {image: x}\n");
    for at in 1..60 {
        let before = vec![format!("*a{}", at - 1); 9].join(", ");
        bomb.push_str(&format!("  a{at}: &a{at} [{before}]\n"));
    }
    assert!(said(Format::Compose, &bomb).files[0].cut);
    let deep = format!("services: {}{}", "[".repeat(50_000), "]".repeat(50_000));
    assert!(said(Format::Compose, &deep).files[0].cut);
    let blocks: String = (0..5_000).map(|at| format!("{}a:\n", " ".repeat(at))).collect();
    assert!(said(Format::Compose, &blocks).files[0].cut);
    assert!(said(Format::Compose, "services: &a {b: *a}\n").files.len() == 1);
    let json = format!("{{\"planned_values\": {}1{}}}", "[".repeat(50_000), "]".repeat(50_000));
    assert!(said(Format::Terraform, &json).resources.is_empty());
}

#[test]
fn references_in_circles_end() {
    let outputs: Vec<String> = (0..40)
        .map(|at| {
            let all: Vec<String> = (0..40).map(|other| format!("\"module.m.o{other}\"")).collect();
            format!("\"o{at}\": {{\"expression\": {{\"references\": [{}]}}}}", all.join(", "))
        })
        .collect();
    let plan = format!(
        r#"{{"planned_values": {{"root_module": {{"resources": [{{"address": "a.b", "type": "a", "values": {{}}}}]}}}},
          "configuration": {{"root_module": {{"outputs": {{{0}}}, "resources": [{{"address": "a.b", "expressions": {{"x": {{"references": ["module.m.o1"]}}}}}}],
          "module_calls": {{"m": {{"module": {{"outputs": {{{0}}}, "module_calls": {{"m": {{"module": {{"outputs": {{{0}}}}}}}}}}}}}}}}}}}}}"#,
        outputs.join(", ")
    );
    assert_eq!(names(&said(Format::Terraform, &plan)), ["a.b"]);
}
