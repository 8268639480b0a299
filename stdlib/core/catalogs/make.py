#!/usr/bin/env python3
"""Makes the tables of the catalogues from a folder of facts.

    python3 make.py FACTS

FACTS has one folder for each publisher (attack, capec, cwe, owasp, compliance, linddun); README.md says what the
files in them hold and where they come from. Titles of iso-27001.tsv, masvs.tsv and of the headings of pci-dss-4.0.1.tsv
are ours: they are read from the tables as they stand, and kept. So are the categories and views in cwe.tsv.
"""

import csv
import re
import sys
from pathlib import Path

FACTS = Path(sys.argv[1])
HERE = Path(__file__).parent


def facts(name):
    with open(FACTS / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def ours(name):
    """Titles that stand in a table already."""
    path = HERE / name
    if not path.exists():
        return {}
    rows = csv.DictReader(open(path, encoding="utf-8", newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["id"]: row["title"] for row in rows}


def write(name, rows, more=()):
    """A table with the columns that some row fills, in the order in which people ask for them."""
    known = ["id", "title", "kind", "status", "successor", "parents", *more]
    used = [column for column in known if column in ("id", "title") or any(row.get(column) for row in rows)]
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids)), (name, sorted(one for one in ids if ids.count(one) > 1))
    lines = ["\t".join(used)]
    for row in sorted(rows, key=lambda row: row["id"]):
        cells = [re.sub(r"\s+", " ", row.get(column) or "").strip() for column in used]
        lines.append("\t".join(cells).rstrip("\t"))
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def group(pairs):
    out = {}
    for one, other in pairs:
        out.setdefault(one, []).append(other)
    return {one: ",".join(others) for one, others in out.items()}


# ATT&CK. Technique, tactic and mitigation ids of the three domains are one space of names.

DOMAINS = ["enterprise", "mobile", "ics"]


def attack(version, techniques_of, tactics_of):
    rows = {}
    mitigations = group(
        (row["technique"], row["mitigation"])
        for domain in DOMAINS
        for row in facts(f"attack/attack-{domain}-18.1-mitigates.tsv")
    )
    for domain in DOMAINS:
        shortnames = {}
        for row in facts(tactics_of(domain)):
            shortnames[row["shortname"]] = row["id"]
            rows.setdefault(row["id"], {"id": row["id"], "title": row["name"], "kind": "tactics"})
        for row in facts(f"attack/attack-{domain}-18.1-mitigations.tsv"):
            rows.setdefault(row["id"], {"id": row["id"], "title": row["name"], "kind": "mitigations"})
        for row in facts(techniques_of(domain)):
            tactics = ",".join(shortnames[name] for name in row["tactics"].split(",") if name)
            parent = row["id"].split(".")[0] if "." in row["id"] else ""
            rows.setdefault(
                row["id"],
                {
                    "id": row["id"],
                    "title": row["name"],
                    "kind": "techniques",
                    "parents": parent,
                    "tactics": tactics,
                    "mitigations": mitigations.get(row["id"], ""),
                },
            )
    retired = {row["id"]: row for domain in DOMAINS for row in facts(f"attack/attack-{domain}-18.1-retired.tsv")}
    for row in retired.values():
        if row["id"] not in rows:
            rows[row["id"]] = gone(row["id"], row["name"], row["replaced_by"])
    return rows


def gone(id, title, successor, kind="techniques"):
    return {"id": id, "title": title, "kind": kind, "status": "retired", "successor": successor or ""}


def follow(rows):
    """The successor of a retired id may itself be retired."""
    for row in rows.values():
        seen = set()
        while (next := rows.get(row.get("successor"))) and next.get("status") == "retired" and next["id"] not in seen:
            seen.add(next["id"])
            row["successor"] = next["successor"]


def attack_tables():
    old = attack(
        "18.1",
        lambda domain: f"attack/attack-{domain}-18.1-techniques.tsv",
        lambda domain: f"attack/attack-{domain}-18.1-tactics.tsv",
    )
    new = attack(
        "19",
        lambda domain: f"attack/attack-{domain}-{'19' if domain == 'enterprise' else '18.1'}-techniques.tsv",
        lambda domain: f"attack/attack-{domain}-{'19' if domain == 'enterprise' else '18.1'}-tactics.tsv",
    )
    for row in facts("attack/attack-enterprise-18.1-to-19.tsv"):
        if row["change"] == "removed" and row["id"] not in new:
            new[row["id"]] = gone(row["id"], row["from"], row["to"])
    for rows, name in ((old, "attack-18.1.tsv"), (new, "attack-19.tsv")):
        follow(rows)
        write(name, list(rows.values()), ["tactics", "mitigations"])


def atlas():
    rows = [{"id": row["id"], "title": row["name"], "kind": "tactics"} for row in facts("attack/atlas-tactics.tsv")]
    mitigated = group(
        (technique, row["id"])
        for row in facts("attack/atlas-mitigations.tsv")
        for technique in row["techniques"].split(",")
        if technique
    )
    for row in facts("attack/atlas-techniques.tsv"):
        rows.append(
            {
                "id": row["id"],
                "title": row["name"],
                "kind": "techniques",
                "parents": row["parent"],
                "tactics": row["tactics"],
                "mitigations": mitigated.get(row["id"], ""),
            }
        )
    rows += [
        {"id": row["id"], "title": row["name"], "kind": "mitigations"} for row in facts("attack/atlas-mitigations.tsv")
    ]
    write("atlas.tsv", rows, ["tactics", "mitigations"])


def kubernetes_matrix():
    rows = [
        {"id": row["id"], "title": row["name"], "kind": "technique", **{k: row[k] for k in ("attack", "mitigations")}}
        for row in facts("attack/k8s-threat-matrix-techniques.tsv")
    ]
    rows += [
        {"id": row["id"], "title": row["name"], "kind": "mitigation"}
        for row in facts("attack/k8s-threat-matrix-mitigations.tsv")
    ]
    write("kubernetes-threat-matrix.tsv", rows, ["attack", "mitigations"])


def d3fend():
    rows = [
        {"id": row["id"], "title": row["name"], "kind": row["tactic"], "parents": row["parents"]}
        for row in facts("attack/d3fend-1.2.0-techniques.tsv")
    ]
    write("d3fend.tsv", rows)


def capec():
    rows = [
        {"id": row["id"], "title": row["name"], **{k: row[k] for k in ("parents", "cwe", "attack")}}
        for row in facts("capec/capec-3.9.tsv")
    ]
    rows += [retired(row["id"], row["name"]) for row in facts("capec/capec-3.9-retired.tsv")]
    write("capec.tsv", rows, ["cwe", "attack"])


def retired(id, title, successor=""):
    return {"id": id, "title": title.removeprefix("DEPRECATED: "), "status": "retired", "successor": successor}


# Kinds of entries that only group others. CWE forbids to map anything to them.
GROUPS = ["Category", "View"]


def cwe():
    usage = {"Discouraged": "discouraged", "Prohibited": "prohibited"}
    owasp = group((row["cwe"], row["id"]) for row in facts("owasp/owasp-top10-cwe.tsv"))
    rows = [
        {
            "id": row["id"],
            "title": row["name"],
            "kind": row["abstraction"],
            "status": usage.get(row["mapping_usage"], ""),
            "parents": row["parents"],
            "owasp": owasp.get(row["id"], ""),
        }
        for row in facts("cwe/cwe-4.19.1.tsv")
    ]
    rows += [retired(row["id"], row["name"]) for row in facts("cwe/cwe-4.19.1-deprecated.tsv")]
    weaknesses = {row["id"] for row in rows}
    groups = {row["id"]: row for row in grouping(owasp)}
    rows += [row for id, row in groups.items() if id not in weaknesses]
    write("cwe.tsv", rows, ["owasp"])


def grouping(owasp):
    """Categories and views, which the facts do not list: those that OWASP's mappings name, or that stand in the table."""
    with open(HERE / "cwe.tsv", encoding="utf-8", newline="") as file:
        kept = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["kind"] in GROUPS]
    for row in kept:
        yield {**row, "owasp": owasp.get(row["id"], "")}
    known = {row["id"] for row in kept}
    for id in sorted(set(owasp) - known):
        yield {"id": id, "title": "", "kind": "Category", "status": "prohibited", "owasp": owasp[id]}


# OWASP: ids and short titles. Pages are named where the address cannot be made from the id.


def owasp():
    rows = [{"id": row["id"], "title": row["title"]} for row in facts("owasp/owasp-top10.tsv")]
    cwes = group((row["id"], row["cwe"]) for row in facts("owasp/owasp-top10-cwe.tsv"))
    for row in rows:
        number, year = row["id"].split(":")
        slug = re.sub(r"[^A-Za-z0-9()-]+", "_", row["title"].replace(" & ", "_and_")).replace("(", "%28").replace(")", "%29")
        folder = "Top10" if year == "2021" else "Top10/2025"
        row["page"] = f"{folder}/{number}_{year}-{slug}/"
        row["cwe"] = cwes.get(row["id"], "")
    write("owasp-top10.tsv", rows, ["cwe", "page"])
    for source, table in (
        ("owasp-api-top10-2023", "owasp-api"),
        ("owasp-llm-top10-2025", "owasp-llm"),
        ("owasp-agentic-top10-2026", "owasp-agentic"),
        ("owasp-cicd-top10", "owasp-cicd"),
        ("owasp-k8s-top10", "owasp-kubernetes"),
        ("owasp-mobile-top10-2024", "owasp-mobile"),
    ):
        write(f"{table}.tsv", [{"id": row["id"], "title": row["title"]} for row in facts(f"owasp/{source}.tsv")])
    for version in ("4.0.3", "5.0.0"):
        rows = []
        for row in facts(f"owasp/asvs-{version}-ids.tsv"):
            gone = row.get("deleted") == "1"
            rows.append(
                {
                    "id": f"ASVS-{version} {row['id']}",
                    "title": row["section"],
                    "kind": "" if gone else f"level {row['level']}",
                    "status": "retired" if gone else "",
                    "cwe": row.get("cwe") or "",
                }
            )
        write(f"asvs-{version}.tsv", rows, ["cwe"])
    own = ours("masvs.tsv")
    write("masvs.tsv", [{"id": row["id"], "title": own[row["id"]]} for row in facts("owasp/owasp-masvs-2.tsv")])


# Requirements


def nist():
    attack_of = group(
        (row["control"], row["technique"]) for row in facts("attack/nist800-53r5-to-attack-16.1.tsv")
    )
    prefix = "NIST-800-53 "
    rows = [
        {"id": prefix + row["id"], "title": row["title"], "kind": "family"}
        for row in facts("compliance/nist-800-53-r5-families.tsv")
    ]
    for row in facts("compliance/nist-800-53-r5.tsv"):
        id = row["id"]
        parent = id.split("(")[0] if "(" in id else id.split("-")[0]
        rows.append(
            {
                "id": prefix + id,
                "title": row["title"].replace(" | ", ": "),
                "kind": "enhancement" if "(" in id else "control",
                "status": "retired" if row["withdrawn"] == "1" else "",
                "parents": prefix + parent,
                "baselines": row["baselines"],
                "attack": attack_of.get(id, ""),
            }
        )
    write("nist-800-53.tsv", rows, ["baselines", "attack"])
    rows = [
        {"id": f"NIST-800-171 {row['id']}", "title": row["title"]} for row in facts("compliance/nist-800-171-r3.tsv")
    ]
    write("nist-800-171.tsv", rows)
    for source, table, prefix, sentence in (
        ("nist-csf-2.0", "nist-csf-2.0", "NIST-CSF-2.0 ", re.compile(r"^(.*)-\d+$")),
        ("nist-ssdf-1.1", "nist-ssdf-1.1", "NIST-SSDF-1.1 ", re.compile(r"^(\w+\.\d+)\.\d+$")),
    ):
        titles, rows = {}, []
        for row in facts(f"compliance/{source}.tsv"):
            inner = sentence.match(row["id"])
            parent = inner.group(1) if inner else row["id"].rpartition(".")[0]
            titles[row["id"]] = titles[parent] if inner else row["title"].title() if row["title"].isupper() else row["title"]
            rows.append(
                {"id": prefix + row["id"], "title": titles[row["id"]], "parents": prefix + parent if parent else ""}
            )
        write(f"{table}.tsv", rows)


def pci():
    own = ours("pci-dss-4.0.1.tsv")
    prefix, headings, rows = "PCI-DSS-4.0.1 ", {}, []
    for row in facts("compliance/pci-dss-4.0.1.tsv"):
        id = row["id"]
        if row["kind"] == "requirement":
            headings[id] = own[prefix + id]
        heading = headings[id.split(".")[0]]
        title = row["title"] if row["title_source"] == "own" else heading
        parent = id.rpartition(".")[0]
        rows.append({"id": prefix + id, "title": title, "parents": prefix + parent if parent else ""})
    write("pci-dss-4.0.1.tsv", rows)


def others():
    need = {"R": "required", "A": "addressable"}
    rows = []
    for row in facts("compliance/hipaa-45cfr164.tsv"):
        kind = need.get(row["required_or_addressable"], row["kind"])
        rows.append({"id": f"HIPAA {row['id']}", "title": row["title"], "kind": kind})
    write("hipaa.tsv", rows)
    write("gdpr.tsv", [{"id": f"GDPR {row['id']}", "title": row["title"]} for row in facts("compliance/gdpr-articles.tsv")])
    own = ours("iso-27001.tsv")
    ids = [f"ISO-27001 {row['id']}" for row in facts("compliance/iso27001-2022-annex-a.tsv")]
    write("iso-27001.tsv", [{"id": id, "title": own[id]} for id in ids])
    rows = facts("compliance/soc2-tsc-2017-rev2022.tsv")
    write("soc-2.tsv", [{"id": f"SOC-2 {row['id']}", "title": row["label_own_words"]} for row in rows])
    rows = [
        {
            "id": f"CIS-8.1 {row['id']}",
            "title": "",
            "kind": row["kind"],
            "parents": f"CIS-8.1 {row['id'].split('.')[0]}" if "." in row["id"] else "",
            "groups": row["ig"],
        }
        for row in facts("compliance/cis-controls-8.1.tsv")
    ]
    write("cis-8.1.tsv", rows, ["groups"])
    rows = [
        {"id": f"LINDDUN {row['id']}", "title": row["name"], "kind": row["category"]}
        for row in facts("linddun/linddun-go-2023-cards.tsv")
    ]
    rows += [
        {"id": f"LINDDUN {row['code']}", "title": row["name_2023"], "kind": "category"}
        for row in facts("linddun/linddun-categories.tsv")
    ]
    write("linddun.tsv", rows)


attack_tables()
atlas()
kubernetes_matrix()
d3fend()
capec()
cwe()
owasp()
nist()
pci()
others()
