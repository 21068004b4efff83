"""Compares two pods field by field, and prints the places where they differ.

    compare-pods.py WANTED FOUND

Resource amounts are compared by their value, and members that are empty count as absent.
"""
import json
import re
import sys

UNITS = {"": 1, "k": 1e3, "M": 1e6, "G": 1e9, "Ki": 2**10, "Mi": 2**20, "Gi": 2**30}


def amount(value):
    found = re.fullmatch(r"([0-9.]+)(|k|M|G|Ki|Mi|Gi)", str(value))
    return float(found[1]) * UNITS[found[2]] if found else value


def places(wanted, found, path=""):
    if isinstance(wanted, dict) and isinstance(found, dict):
        for key in sorted(set(wanted) | set(found)):
            yield from places(wanted.get(key), found.get(key), f"{path}/{key}")
    elif isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        for number, pair in enumerate(zip(wanted, found)):
            yield from places(*pair, f"{path}/{number}")
    elif wanted != found and not (not wanted and not found):
        if "/resources/" not in path or amount(wanted) != amount(found):
            yield f"{path}: wanted {json.dumps(wanted)}, got {json.dumps(found)}"


with open(sys.argv[1], encoding="utf-8") as wanted_file, open(sys.argv[2], encoding="utf-8") as found_file:
    differences = list(places(json.load(wanted_file), json.load(found_file)))
print("\n".join(differences))
sys.exit(bool(differences))
