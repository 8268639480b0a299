#!/usr/bin/env python3
"""The sums of docs/recall.md, counted from its rows.

    python3 docs/recall/sums.py --write
    cargo test -p tm-tests --test recall      # that each row is what tm derives

Without `--write` the table is only printed. What a row says is written by hand: judging whether a threat says a finding needs
a reader. That the threats it names are there, with that verdict, is tested.
"""

import pathlib
import sys

PAGE = pathlib.Path(__file__).resolve().parents[1] / "recall.md"
BEGIN, END = "<!-- sums: begin -->", "<!-- sums: end -->"
KINDS = ["found", "possible", "missed"]


def main():
    page = PAGE.read_text()
    text = table(systems(page))
    print(text)
    if "--write" in sys.argv:
        before, after = page.split(BEGIN)[0], page.split(END)[1]
        PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}")


def systems(page):
    """Name, how it is held out, and rows (first, now, why) of each system."""
    found = []
    for part in page.split("\n## ")[1:]:
        if "\nModel: " not in part:
            continue
        rows = [line.strip().strip("|").split(" | ") for line in part.splitlines() if line.startswith("| ")]
        rows = [[cell.strip() for cell in row] for row in rows if len(row) == 5]
        rows = [row[2:] for row in rows if row[0] not in ("id", "---")]
        out = next((way for way in ["held out at first", "held out"] if f"**H{way[1:]}.**" in part), None)
        found.append((part.splitlines()[0], out, rows))
    return found


def table(found):
    kept = [row for _, out, rows in found if not out for row in rows]
    lines = [(name, rows) for name, out, rows in found if not out]
    lines += [("*together*", kept)]
    lines += [(f"{name}, {out}", rows) for name, out, rows in found if out]
    head = "| system | findings | found | possible | missed | of these *code* | at first: found | possible |"
    text = [head, "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for name, rows in lines:
        text.append("| " + " | ".join([name, *map(str, counts(rows))]) + " |")
    text.append("")
    for name, rows in lines:
        if name == "*together*" or ", held out" in name:
            text.append(f"- {name.strip('*')}: {shares(rows)}")
    return "\n".join(text)


def counts(rows):
    now = [sum(row[1] == kind for row in rows) for kind in KINDS]
    first = [sum(row[0] == kind for row in rows) for kind in KINDS[:2]]
    return [len(rows), *now, sum(code(row) for row in rows), *first]


def code(row):
    return row[2].startswith("code")


def shares(rows):
    rest = [row for row in rows if not code(row)]
    return f"{share(rows)}; without *code* ({len(rest)}) {share(rest)}"


def share(rows):
    found, possible = (sum(row[1] == kind for row in rows) for kind in KINDS[:2])
    return f"{found * 100 / len(rows):.0f} % found, another {possible * 100 / len(rows):.0f} % possible"


main()
