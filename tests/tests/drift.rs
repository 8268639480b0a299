//! Drift and drafts: tables of the library are sound, drafts compile and do not differ from what they were made from, and
//! no input makes a reader fail. With `TM_CORPUS` naming a folder of real plans, manifests and scans, all of it is read.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use tm_compiler::codes;
use tm_compiler::drift::{Format, Infrastructure, compare, survey};
use tm_pipeline::draft::{Draft, draft};
use tm_pipeline::infrastructure::read;
use tm_tests::world::{Memory, say};

const FORMATS: [Format; 4] = [Format::Terraform, Format::Compose, Format::Kubernetes, Format::Cloudformation];

#[test]
fn tables_of_the_library_name_what_is_there() {
    let mut tables = 0;
    for package in tm_stdlib::packages() {
        let table = tm_stdlib::files(package).iter().any(|file| file.path.ends_with("/resources.tsv"));
        tables += usize::from(table);
        let said = say(&Memory::at(&format!("embedded:{package}")));
        let wrong: Vec<&str> = said
            .diagnostics
            .iter()
            .filter(|found| found.code == codes::BAD_RESOURCES)
            .map(|found| found.message.as_str())
            .collect();
        assert!(wrong.is_empty(), "{package}: {wrong:#?}");
    }
    assert!(tables >= 5, "std.aws, std.azure, std.cloud, std.gcp and std.kubernetes have tables");
}

/// A line of a table that cannot be read would be silent otherwise.
#[test]
fn a_misspelt_property_in_a_table_is_a_mistake() {
    let table = "rule\tresource\tattribute\twhen\tmeans\tvalue\nsays\tx\ty\ttrue\tencryption_at_rst\ttrue\n";
    let world = Memory::at("acme").file("acme/a.tm", "store a").file("acme/resources.tsv", table);
    assert_eq!(say(&world).errors(), ["E0509"]);
    let good = table.replace("rst", "rest");
    let world = Memory::at("acme").file("acme/a.tm", "store a").file("acme/resources.tsv", good);
    assert_eq!(say(&world).errors(), [""; 0]);
}

fn built(format: Format, file: &str, content: &[u8]) -> Infrastructure {
    let mut infrastructure = Infrastructure::default();
    read(format, file, content, &mut infrastructure);
    infrastructure
}

/// Drafts a model, and holds it to its promise.
fn keeps_its_promise(infrastructure: &Infrastructure) -> Result<Draft, String> {
    let draft = draft(&Memory::of(""), infrastructure, "drafted");
    if draft.elements == 0 {
        return Ok(draft);
    }
    let world = Memory::of(draft.text.clone());
    let surveyed = survey(&world);
    if !surveyed.analysis.diagnostics().is_empty() {
        return Err(format!("{}\n{}", say(&world).draw(), draft.text));
    }
    if tm_grammar::format(&draft.text).text != draft.text {
        return Err(format!("it is not formatted\n{}", draft.text));
    }
    let found = compare(&surveyed.analysis, &surveyed.tables, infrastructure);
    let whole = infrastructure.files.iter().all(|file| !file.cut);
    if whole && !found.diagnostics.is_empty() {
        return Err(format!("{:#?}\n{}", found.answer.findings, draft.text));
    }
    Ok(draft)
}

/// The example's own plan and manifests: it agrees with them, and leaves open what they know.
#[test]
fn the_example_is_as_it_is_built() {
    let example = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/kubernetes-service");
    let mut world = Memory::at("example");
    for path in files(&example).iter().filter(|path| path.extension().is_some_and(|it| it == "tm" || it == "toml")) {
        let name = path.file_name().expect("a name").to_string_lossy();
        world = world.file(&format!("example/{name}"), fs::read(path).expect("a file"));
    }
    let mut infrastructure = Infrastructure::default();
    for path in files(&example.join("built")) {
        let json = path.extension().is_some_and(|it| it == "json");
        let format = if json { Format::Terraform } else { Format::Kubernetes };
        read(format, &path.to_string_lossy(), &fs::read(&path).expect("a file"), &mut infrastructure);
    }
    let surveyed = survey(&world);
    let found = compare(&surveyed.analysis, &surveyed.tables, &infrastructure).answer;
    assert!(found.findings.is_empty(), "{:#?}", found.findings);
    assert!(found.counts.agreeing >= 15, "{:?}", found.counts);
    let root = |one: &tm_compiler::drift::Unstated| one.element == "notifier" && one.property == "runs_as_root";
    assert!(found.unstated.iter().any(|one| root(one) && one.built == "true"), "{:?}", found.unstated);
}

/// Whatever is a secret, or may be one, is in no answer and in no draft.
#[test]
fn secrets_stay_where_they_are() {
    let plan = r#"{"planned_values": {"root_module": {"resources": [
        {"address": "aws_db_instance.a", "type": "aws_db_instance", "name": "a", "values": {"engine": "postgres", "password": "s3cr3t", "storage_encrypted": false}},
        {"address": "aws_lambda_function.b", "type": "aws_lambda_function", "name": "b", "values": {"environment": [{"variables": {"TOKEN": "s3cr3t"}}]}},
        {"address": "aws_instance.c", "type": "aws_instance", "name": "c", "values": {"user_data": "s3cr3t", "metadata_options": [{"http_tokens": "s3cr3t"}]}}]}}}"#;
    let compose = "services: {db: {image: 'postgres:16', command: s3cr3t, environment: [POSTGRES_PASSWORD=s3cr3t, 'X_HOST=s3cr3t'], labels: {a: s3cr3t}}}";
    let manifest = "kind: Secret\nmetadata: {name: a}\nstringData: {k: s3cr3t}\n---\nkind: Pod\nmetadata: {name: p, annotations: {x: s3cr3t}}\nspec: {containers: [{image: nginx, env: [{name: K_HOST, value: s3cr3t}]}]}";
    let template = "Resources: {Db: {Type: 'AWS::RDS::DBInstance', Properties: {MasterUserPassword: s3cr3t, StorageEncrypted: s3cr3t}}}";
    let mut infrastructure = Infrastructure::default();
    for (format, content) in FORMATS.into_iter().zip([plan, compose, manifest, template]) {
        read(format, format.word(), content.as_bytes(), &mut infrastructure);
    }
    assert_eq!(infrastructure.resources.iter().filter(|one| !one.implied).count(), 7);
    let model = "use std.aws\nstore a: RdsPostgres { resource = [\"aws_db_instance.a\", \"Db\"], encryption_at_rest = true }\n\
        process c: Ec2Instance { resource = \"aws_instance.c\", metadata_token_required = true }\nstore gone { resource = \"services.x\" }";
    let surveyed = survey(&Memory::of(model));
    let found = compare(&surveyed.analysis, &surveyed.tables, &infrastructure);
    assert!(found.diagnostics.len() >= 5, "{:#?}", found.answer.findings);
    let draft = draft(&Memory::of(""), &infrastructure, "drafted");
    assert!(draft.elements > 4);
    let answer = serde_json::to_string(&found.answer).expect("JSON");
    for said in [format!("{:?}", found.diagnostics), answer, draft.text, draft.skipped.join("\n")] {
        assert!(!said.contains("s3cr3t"), "{said}");
    }
}

/// Azure's firewalls of databases name the first and the last address, and nobody writes the whole of the internet who wants
/// to get past a check for it.
#[test]
fn wide_ranges_of_addresses_open_a_database() {
    let model = "use std.azure\nboundary net: Internet { actor customer }\n\
        boundary sub: AzureSubscription { store db: AzureSql { resource = \"azurerm_mssql_server.db\" } }";
    let surveyed = survey(&Memory::of(model));
    let opens = |first: &str, last: &str| {
        let plan = format!(
            r#"{{"planned_values": {{"root_module": {{"resources": [
            {{"address": "azurerm_mssql_server.db", "type": "azurerm_mssql_server", "name": "db", "values": {{"id": "/db"}}}},
            {{"address": "azurerm_mssql_firewall_rule.f", "type": "azurerm_mssql_firewall_rule", "name": "f",
              "values": {{"server_id": "/db", "start_ip_address": "{first}", "end_ip_address": "{last}"}}}}]}}}}}}"#
        );
        let found = compare(&surveyed.analysis, &surveyed.tables, &built(Format::Terraform, "plan", plan.as_bytes()));
        found.diagnostics.iter().any(|one| one.code == codes::OPENED_RESOURCE)
    };
    for (first, last) in [
        ("0.0.0.0", "255.255.255.255"),
        ("0.0.0.0", "255.255.255.254"),
        ("1.0.0.0", "223.255.255.255"),
        ("0.0.0.0", "127.255.255.255"),
        ("128.0.0.0", "255.255.255.255"),
        ("8.0.0.0", "15.255.255.255"),
    ] {
        assert!(opens(first, last), "{first} to {last}");
    }
    for (first, last) in [
        ("0.0.0.0", "0.0.0.0"),
        ("1.1.1.1", "1.1.1.9"),
        ("10.0.0.0", "10.255.255.255"),
        ("192.168.0.0", "192.168.255.255"),
        ("203.0.113.0", "203.0.113.255"),
    ] {
        assert!(!opens(first, last), "{first} to {last}");
    }
}

/// One small description in each format.
#[test]
fn each_format_is_drafted() {
    let plan = r#"{"planned_values": {"root_module": {"resources": [
        {"address": "aws_vpc.v", "type": "aws_vpc", "name": "v", "values": {}},
        {"address": "aws_db_instance.a[\"x\"]", "type": "aws_db_instance", "name": "a", "index": "x", "values": {"engine": "mysql", "publicly_accessible": true}},
        {"address": "google_storage_bucket.g", "type": "google_storage_bucket", "name": "g", "values": {"public_access_prevention": "enforced"}},
        {"address": "azurerm_key_vault.k", "type": "azurerm_key_vault", "name": "k", "values": {"purge_protection_enabled": true}}]}}}"#;
    let compose = "services: {web: {image: nginx, ports: ['80:80'], depends_on: [db]}, db: {image: 'mysql:8'}}";
    let manifests = "kind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {template: {spec: {hostNetwork: true, containers: \
        [{image: x, securityContext: {privileged: true}}]}}}\n---\nkind: CronJob\nmetadata: {name: tidy}\nspec: {}\n";
    let template = "Resources: {Api: {Type: 'AWS::Lambda::Function'}, Url: {Type: 'AWS::Lambda::Url', Properties: {AuthType: NONE, \
        TargetFunctionArn: {Ref: Api}}}, Jobs: {Type: 'AWS::SQS::Queue'}}";
    for ((format, content), elements) in FORMATS.into_iter().zip([plan, compose, manifests, template]).zip([4, 3, 3, 3])
    {
        let draft = keeps_its_promise(&built(format, "file", content.as_bytes()));
        let draft = draft.unwrap_or_else(|why| panic!("{format:?}: {why}"));
        assert_eq!(draft.elements, elements, "{format:?}: {}", draft.text);
    }
}

/// Names, images and ports of services, with what they may depend on.
fn composes() -> impl Strategy<Value = String> {
    let names = ["api", "db", "data", "flow", "Web-1", "web_1", "9", "visitor", "project", "front", "std"];
    let images = ["postgres:16", "nginx", "example/x@sha256:1", "redis", "${IMAGE}", "mysql", "we\"ird"];
    let ports = ["", "80:80", "127.0.0.1:1:1", "9000"];
    let service = (0..names.len(), 0..images.len(), 0..ports.len(), 0..names.len(), any::<bool>());
    prop::collection::vec(service, 1..8).prop_map(move |services| {
        let mut out = String::from("services:\n");
        for (name, image, port, other, network) in services {
            out.push_str(&format!("  {}:\n    image: '{}'\n", names[name], images[image]));
            if !ports[port].is_empty() {
                out.push_str(&format!("    ports: ['{}']\n", ports[port]));
            }
            out.push_str(&format!(
                "    depends_on: ['{}']\n    environment: {{X_HOST: '{}'}}\n",
                names[other], names[other]
            ));
            if network {
                out.push_str("    networks: [front]\n");
            }
        }
        out + "networks: {front: {}, back: {}}\n"
    })
}

/// Pieces of the formats in any order.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = [
        "services:",
        "Resources:",
        "kind: Deployment",
        "kind: List",
        "items:",
        "metadata:",
        "name: x",
        "- ",
        "\n",
        "\n  ",
        "\n    ",
        "&a ",
        "*a",
        "<<: *a",
        "{",
        "}",
        "[",
        "]",
        ": ",
        ", ",
        "\"",
        "'",
        "!Ref x",
        "!GetAtt a.b",
        "---\n",
        "# x",
        "| ",
        "> ",
        "%TAG",
        "? ",
        "\t",
        "planned_values",
        "root_module",
        "resources",
        "address",
        "values",
        "null",
        "true",
        "1e999",
        "\u{FEFF}",
        "é",
        "\u{0}",
        "a",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn drafts_of_services_keep_their_promise(compose in composes()) {
        let infrastructure = built(Format::Compose, "compose.yml", compose.as_bytes());
        let draft = keeps_its_promise(&infrastructure);
        prop_assert!(draft.is_ok(), "{compose}\n{}", draft.err().unwrap_or_default());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_a_reader_fail(bytes in prop::collection::vec(any::<u8>(), 0..300), text in pieces()) {
        for format in FORMATS {
            for content in [bytes.as_slice(), text.as_bytes()] {
                let infrastructure = built(format, "f", content);
                prop_assert_eq!(infrastructure.files.len(), 1);
            }
        }
    }
}

/// The folder of real files, where somebody names one.
fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("TM_CORPUS").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("left out: TM_CORPUS names no folder with `iac` and `scans`");
    }
    folder
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the corpus").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Each file either gives something or says why not, and what was cut off says so, too.
#[test]
fn real_plans_and_manifests_are_read_drafted_and_compared() {
    let Some(corpus) = corpus() else { return };
    let (mut read_files, mut resources, mut drafts) = (0, 0, 0);
    for (folder, format) in
        [("terraform-plan", Format::Terraform), ("compose", Format::Compose), ("kubernetes", Format::Kubernetes)]
    {
        for path in files(&corpus.join("iac").join(folder)) {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let content = fs::read(&path).expect("a file of the corpus");
            let infrastructure = built(format, &name, &content);
            let file = &infrastructure.files[0];
            assert!(file.resources > 0 || !file.skipped.is_empty(), "{name} was skipped in silence");
            read_files += 1;
            resources += file.resources;
            let draft = keeps_its_promise(&infrastructure).unwrap_or_else(|why| panic!("{name}: {why}"));
            drafts += usize::from(draft.elements > 0);
            let shop = survey(&Memory::of("use std.web\nmodel m\nprocess shop: WebService"));
            let found = compare(&shop.analysis, &shop.tables, &infrastructure);
            let answer = &found.answer;
            let unclaimed = answer.findings.iter().filter(|found| found.code == codes::UNCLAIMED_RESOURCE).count();
            let unknown: usize = answer.unknown_kinds.iter().map(|kind| kind.count).sum();
            assert!(unclaimed + unknown <= answer.counts.resources, "{name}");
            for half in [1, content.len() / 3, content.len() / 2, content.len().saturating_sub(2)] {
                let cut = built(format, &name, &content[..half.min(content.len())]);
                assert_eq!(cut.files.len(), 1, "{name} cut at {half}");
            }
        }
    }
    eprintln!("{read_files} files, {resources} resources, {drafts} drafts");
    assert!(read_files > 0 && drafts > 0);
}

#[test]
fn real_scans_are_evidence() {
    let Some(corpus) = corpus() else { return };
    let (mut scans, mut checks, mut findings, mut skipped) = (0, 0, 0, 0);
    for path in files(&corpus.join("scans")) {
        let name = path.to_string_lossy().into_owned();
        let content = fs::read(&path).expect("a file of the corpus");
        let read = tm_pipeline::evidence::read(&name, &content);
        let found: usize = read.iter().map(|scan| scan.findings.len() + scan.checks.len()).sum();
        let told: usize = read.iter().map(|scan| scan.skipped.len()).sum();
        let empty = read.iter().all(|scan| scan.format != "unknown");
        assert!(found > 0 || told > 0 || empty, "{name} was skipped in silence");
        scans += read.len();
        checks += read.iter().map(|scan| scan.checks.len()).sum::<usize>();
        findings += read.iter().map(|scan| scan.findings.len()).sum::<usize>();
        skipped += told;
        for half in [1, content.len() / 2] {
            tm_pipeline::evidence::read(&name, &content[..half.min(content.len())]);
        }
    }
    eprintln!("{scans} scans, {checks} checks, {findings} findings, {skipped} things skipped and said");
    assert!(scans > 0 && findings > 0);
}
