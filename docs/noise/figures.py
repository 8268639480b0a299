#!/usr/bin/env python3
"""The figures of docs/noise.md: how much tm says about each example, and how much OWASP pytm says about the same systems.

    cargo build -p tm
    pip install pytm==1.4.0                 # in a virtual environment; without it the columns of pytm stay empty
    TM=target/debug/tm python3 docs/noise/figures.py --write

Without `--write` the table is only printed. pytm gets every fact of a model that it has a word for (`controls`, `of_store`,
`of_flow` below); what a model does not state stays at pytm's default, as it does for a user of pytm.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/noise.md"
LEVELS = ["VeryLow", "Low", "Moderate", "High", "VeryHigh"]

try:
    import pytm
except ImportError:
    pytm = None


def main():
    rows = [row(package) for package in packages()]
    rows.append(together(rows))
    show("figures", table(rows))
    show("worlds", table_of_worlds([of_world(*world) for world in worlds()]))


def show(name, text):
    """Prints a table, and puts it between its marks on the page where that is wanted."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    print(text)
    if "--write" in sys.argv:
        page = PAGE.read_text()
        before, after = page.split(begin)[0], page.split(end)[1]
        PAGE.write_text(f"{before}{begin}\n{text}\n{end}{after}")


def packages():
    """The packages under examples/ that have a model, by their path from there."""
    tomls = sorted((ROOT / "examples").rglob("tm.toml"))
    models = [t.parent for t in tomls if any("\nmodel " in f.read_text() for f in t.parent.glob("*.tm"))]
    return [str(m.relative_to(ROOT / "examples")) for m in models]


def document(package):
    return checked(ROOT / "examples" / package)


def checked(path):
    tm = os.environ.get("TM", "tm")
    command = [tm, "check", str(path), "--format", "json", "--today", "2026-06-01"]
    return json.loads(subprocess.run(command, capture_output=True, check=False).stdout)


def row(package):
    doc = document(package)
    threats = doc["threats"]
    definite = [t for t in threats if t["verdict"] in ("definite", "assumed")]
    return {
        "name": package,
        "places": len(doc["elements"]) + len(doc["flows"]),
        "definite": len(definite),
        "open": sum(t["status"] in ("open", "planned", "failing") for t in definite),
        "possible": sum(t["verdict"] == "possible" for t in threats),
        "questions": len(doc["questions"]),
        "pytm": in_pytm(doc) if pytm else None,
    }


def together(rows):
    whole = {key: sum(r[key] or 0 for r in rows) for key in rows[0] if key != "name"}
    return whole | {"name": "*together*", "pytm": whole["pytm"] if pytm else None}


def table(rows):
    head = "| example | elements and flows | definite | of these open | possible | questions | pytm | definite each | possible each | pytm each |"
    lines = [head, "| --- |" + " ---: |" * 9]
    for r in rows:
        each = lambda key: "" if r[key] is None else f"{r[key] / r['places']:.2f}"
        cells = [r["name"], r["places"], r["definite"], r["open"], r["possible"], r["questions"]]
        cells += ["" if r["pytm"] is None else r["pytm"], each("definite"), each("possible"), each("pytm")]
        lines.append("| " + " | ".join(str(c) for c in cells) + " |")
    return "\n".join(lines)


# Systems of which hardly anything is written: the worlds of the tests of noise whose titles end in "only questions", or in what else there is only.


def worlds():
    """Package, title and text of each."""
    for path in sorted((ROOT / "stdlib").glob("*/noise.test.tm")):
        text, package = path.read_text(), path.parent.name
        used = {f"use std.{package}", "use std.web"} | set(re.findall(r"^use .*$", text, re.M))
        for title, body in re.findall(r'^test "([^"\n]*): only [^"\n]*" \{\n(.*?)^\}', text, re.M | re.S):
            model = re.sub(r"^  expect .*?(?=^  (?! )|\Z)", "", body, flags=re.M | re.S)
            yield package, title, "\n".join(sorted(used)) + "\n" + model


def of_world(package, title, text):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "world.tm"
        path.write_text(text)
        doc = checked(path)
    possible = sum(t["verdict"] == "possible" for t in doc["threats"])
    places = len(doc["elements"]) + len(doc["flows"])
    return [f"std.{package}", title, places, len(doc["threats"]) - possible, possible, len(doc["questions"])]


def table_of_worlds(rows):
    head = "| package | system | elements and flows | definite | possible | questions |"
    lines = ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join([head, "| --- | --- |" + " ---: |" * 4, *lines])


# The same system, in pytm.


def in_pytm(doc):
    """The number of findings of pytm's own threats on the system."""
    pytm.TM.reset()
    model = pytm.TM("model")
    data = {d["id"]: as_data(d) for d in doc["data"]}
    about = {d["id"]: facts(d) for d in doc["data"]}
    places = {}
    for b in doc["boundaries"]:
        places[b["id"]] = pytm.Boundary(b["title"] or b["id"])
    for b in doc["boundaries"]:
        if b["parent"]:
            places[b["id"]].inBoundary = places[b["parent"]]
    asked = {f["target"] for f in doc["flows"]}
    nodes = {e["id"]: as_element(e, e["id"] in asked, about) for e in doc["elements"]}
    for e in doc["elements"]:
        if e["boundary"]:
            nodes[e["id"]].inBoundary = places[e["boundary"]]
    for f in doc["flows"]:
        of_flow(f, nodes, data)
    model.resolve()
    return len(model.findings)


def facts(thing):
    """What is stated about it, or a fact of its type, as words."""
    return {p["property"]: p["value"] for p in thing["properties"]}


def as_data(d):
    known = facts(d)
    level = known.get("confidentiality", "Low")
    names = ["PUBLIC", "RESTRICTED", "SENSITIVE", "SECRET", "TOP_SECRET"]
    made = pytm.Data(d["title"] or d["id"], classification=pytm.Classification[names[LEVELS.index(level)]])
    made.isPII = known.get("personal") == "true"
    made.isCredentials = "Credential" in d["type"] or "Token" in d["type"] or "Key" in d["type"]
    return made


def as_element(e, asked, about):
    name = e["title"] or e["id"]
    if e["kind"] == "actor":
        return pytm.Actor(name, isAdmin=e["type"] == "Administrator")
    if e["external"]:
        return pytm.ExternalEntity(name)
    if e["kind"] == "store":
        made = pytm.Datastore(name)
        of_store(made, e, about)
    else:
        made = pytm.Server(name) if asked else pytm.Process(name)
    controls(made, e)
    return made


def controls(made, e):
    known = facts(e)
    applied = {c["control"].split(".")[-1] for c in e["controls"] if c["status"] == "implemented"}
    has = lambda *names: any(n in applied for n in names)
    c = made.controls
    if known.get("input_validation") == "true" or has("InputValidation"):
        c.validatesInput = c.sanitizesInput = c.checksInputBounds = True
        c.validatesContentType = c.validatesHeaders = c.implementsServerSideValidation = True
    if known.get("output_encoding") == "true":
        c.encodesOutput = c.encodesHeaders = True
    if known.get("parameterized_queries") == "true":
        c.usesParameterizedInput = True
    if known.get("access_control") == "true" or has("RoleBasedAccess"):
        c.hasAccessControl = c.authorizesSource = True
    if known.get("authentication", "NoAuthentication") != "NoAuthentication":
        c.implementsAuthenticationScheme = c.authenticatesSource = True
        c.authenticationScheme = known["authentication"]
    if known.get("second_factor", "NoSecondFactor") != "NoSecondFactor" or has("MultiFactor"):
        c.usesMFA = True
    if has("AntiCsrfToken"):
        c.implementsCSRFToken = True
    if has("SessionProtection"):
        c.usesStrongSessionIdentifiers = c.verifySessionIdentifiers = c.encryptsCookies = c.encryptsSessionData = True
    if has("LeastPrivilege"):
        c.implementsPOLP = True
    if has("HardenedBaseline"):
        c.isHardened = True
    if has("RateLimit", "DdosProtection", "AutoScaling", "QueryLimits"):
        c.handlesResourceConsumption = c.isResilient = True
    if has("Waf", "StrictHttp"):
        c.implementsStrictHTTPValidation = c.validatesHeaders = True
    if hasattr(made, "usesSessionTokens") and "SessionCookie" in known.get("also_accepts", ""):
        made.usesSessionTokens = True


def of_store(made, e, about):
    known = facts(e)
    made.isSQL = any(word in e["type"] for word in ("Sql", "Postgres", "Ledger", "Database"))
    made.storesLogData = "Log" in e["type"]
    held = [about[d] for d in e["holds"]]
    made.storesPII = any(d.get("personal") == "true" for d in held)
    made.storesSensitiveData = any(d.get("confidentiality") in ("High", "VeryHigh") for d in held)
    if known.get("encryption_at_rest") == "true":
        made.controls.isEncryptedAtRest = True


def of_flow(f, nodes, data):
    known = facts(f)
    made = pytm.Dataflow(nodes[f["source"]], nodes[f["target"]], f["title"] or f["id"])
    made.protocol = {"Https": "HTTPS", "Http": "HTTP"}.get(f["protocol"], f["protocol"])
    made.data = [data[d] for d in dict.fromkeys(f["sends"] + f["receives"])]
    if known.get("encrypted") == "true":
        made.controls.isEncrypted = made.controls.providesConfidentiality = made.controls.providesIntegrity = True
        made.tlsVersion = pytm.TLSVersion.TLSv13
    if known.get("authenticated") == "true":
        made.controls.authenticatesSource = made.controls.authenticatesDestination = True
    elif known.get("server_verified") == "true" or f["protocol"] == "Https":
        made.controls.authenticatesDestination = True


if __name__ == "__main__":
    main()
