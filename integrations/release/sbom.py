#!/usr/bin/env python3
"""Prints what the binary `tm` is made of as CycloneDX 1.5: the packages that it links, by `cargo metadata`.

No time and no random number stand in it: the same lock file gives the same list.
"""

import argparse
import json
import subprocess
import sys


def metadata(target):
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", target]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def linked(data):
    """Ids of the packages that the binary links, with those each needs: no tests, nothing that only builds run."""
    nodes = {node["id"]: node for node in data["resolve"]["nodes"]}
    root = next(package["id"] for package in data["packages"] if package["name"] == "tm")
    found, todo = {}, [root]
    while todo:
        package = todo.pop()
        if package in found:
            continue
        needs = [
            dependency["pkg"]
            for dependency in nodes[package]["deps"]
            if any(kind["kind"] is None for kind in dependency["dep_kinds"])
        ]
        found[package] = sorted(needs)
        todo.extend(needs)
    return root, found


def reference(package):
    return f"pkg:cargo/{package['name']}@{package['version']}"


def component(package, kind):
    about = {
        "type": kind,
        "bom-ref": reference(package),
        "name": package["name"],
        "version": package["version"],
        "purl": reference(package),
    }
    if package.get("license"):
        about["licenses"] = [{"expression": package["license"].replace("/", " OR ")}]
    if package.get("repository"):
        about["externalReferences"] = [{"type": "vcs", "url": package["repository"]}]
    return about


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--target", required=True)
    data = metadata(arguments.parse_args().target)
    packages = {package["id"]: package for package in data["packages"]}
    root, needs = linked(data)
    parts = sorted((packages[one] for one in needs if one != root), key=lambda one: (one["name"], one["version"]))
    json.dump(
        {
            "bomFormat": "CycloneDX",
            "specVersion": "1.5",
            "version": 1,
            "metadata": {"component": component(packages[root], "application")},
            "components": [component(one, "library") for one in parts],
            "dependencies": [
                {"ref": reference(packages[one]), "dependsOn": [reference(packages[need]) for need in needs[one]]}
                for one in sorted(needs, key=lambda one: reference(packages[one]))
            ],
        },
        sys.stdout,
        indent=1,
    )
    print()


if __name__ == "__main__":
    main()
