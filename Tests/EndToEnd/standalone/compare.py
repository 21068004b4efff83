#!/usr/bin/env python3
"""Runs the same scenarios against two servers and compares what they answered, field by field.

    compare.py --reference KUBECONFIG --ours KUBECONFIG [--only PATTERN] [--show]

What is allowed to differ is listed in differences.json with its reason; a difference that is not listed fails, and so
does a place there that no difference uses. Its places are regular expressions over SCENARIO/STEP.field.

Explanations are each server's own words. Where two texts differ, their frames are compared, which are what programs and
people look for: of a cause what is wrong and with which value (`Invalid value: "a b"`), beside its field and reason; of
a Status everything up to `is invalid`, `is forbidden` or `cannot be handled as a KIND` (its causes and its reason are
compared by themselves, and who may not do what is compared as a whole).
"""
import argparse
import importlib.util
import json
import os
import pathlib
import re
import sys
import threading
import traceback

from session import Session

HERE = pathlib.Path(__file__).parent
MISSING = "(absent)"
# Keeps a run apart from the one before, whose namespaces may still be going.
RUN = os.urandom(2).hex()


def scenarios(only):
    for file in sorted((HERE / "scenarios").glob("*.py")):
        spec = importlib.util.spec_from_file_location(file.stem, file)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        for name, function in vars(module).items():
            if name.startswith("scenario_") and re.search(only, name):
                yield name.removeprefix("scenario_"), function


def run(server, kubeconfig, chosen, results):
    """Every scenario in a namespace of its own; what breaks one is a record too."""
    for name, function in chosen:
        session = Session(server, kubeconfig, f"cmp-{name.replace('_', '-')}-{RUN}")
        session.send("POST", "/api/v1/namespaces", {"apiVersion": "v1", "kind": "Namespace",
                                                     "metadata": {"name": session.namespace}})
        # The default service account comes with the controller manager, a moment later.
        session.eventually(lambda: session.send(
            "GET", f"/api/v1/namespaces/{session.namespace}/serviceaccounts/default")[0] == 200)
        try:
            function(session)
        except Exception:
            session.records["(broken off)"] = traceback.format_exc().splitlines()[-3:]
        session.send("DELETE", f"/api/v1/namespaces/{session.namespace}")
        for step, record in session.records.items():
            results[f"{name}/{step}"] = record


# What is wrong, with the value where it is a text: numbers and structures are written as each server's language does.
CAUSE = re.compile(r'(Required value|Forbidden|(?:Invalid|Duplicate) value|Not found|Too long)(: "(?:[^"\\]|\\.)*")?')
STATUS = re.compile(r'.*?(?: is invalid| is forbidden(?!: User )| cannot be handled as an? \w+)(?=: )')


def same(reference, ours, path):
    if isinstance(reference, str) and isinstance(ours, str) and re.search(r"\.(message|errors\[\d+\])$", path):
        return same_frame(reference, ours)
    return reference == ours


def same_frame(reference, ours):
    """Whether two messages are the same but for their explanations."""
    left, right = STATUS.match(reference), STATUS.match(ours)
    if left and right:
        return left.group(0) == right.group(0)
    left, right = CAUSE.match(reference), CAUSE.match(ours)
    if left and right and left.group(1) == right.group(1):
        return None in (left.group(2), right.group(2)) or left.group(2) == right.group(2)
    return reference == ours


def differences(reference, ours, path):
    if isinstance(reference, dict) and isinstance(ours, dict):
        for key in sorted(reference.keys() | ours.keys()):
            yield from differences(reference.get(key, MISSING), ours.get(key, MISSING), f"{path}.{key}")
    elif isinstance(reference, list) and isinstance(ours, list) and len(reference) == len(ours):
        for index, (left, right) in enumerate(zip(reference, ours)):
            yield from differences(left, right, f"{path}[{index}]")
    elif not same(reference, ours, path):
        yield path, reference, ours


def short(value):
    text = value if isinstance(value, str) else json.dumps(value, sort_keys=True)
    return text if len(text) <= 400 else text[:400] + "…"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--reference", required=True)
    parser.add_argument("--ours", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--show", action="store_true", help="print the kept differences too")
    options = parser.parse_args()
    chosen = list(scenarios(options.only))
    results = {"reference": {}, "ours": {}}
    threads = [threading.Thread(target=run, args=(server, kubeconfig, chosen, results[server]))
               for server, kubeconfig in (("reference", options.reference), ("ours", options.ours))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    kept = json.loads((HERE / "differences.json").read_text())
    used, failed, fields = set(), 0, 0
    for step in sorted(results["reference"].keys() | results["ours"].keys()):
        left, right = (results[server].get(step, MISSING) for server in ("reference", "ours"))
        for path, reference, ours in differences(left, right, ""):
            place = step + path
            rule = next((pattern for entry in kept for pattern in entry["where"] if re.fullmatch(pattern, place)), None)
            if rule is not None:
                used.add(rule)
                if not options.show:
                    continue
            else:
                failed += 1
            print(f"{'KEPT' if rule is not None else 'DIFF'}  {place}\n      reference: {short(reference)}\n      ours:      {short(ours)}")
        fields += 1
    if not options.only:
        for entry in kept:
            for pattern in set(entry["where"]) - used:
                failed += 1
                print(f"UNUSED  difference {pattern}: {entry['reason']}")
    broken = [step for step in results["ours"] if step.endswith("(broken off)")]
    failed += len(broken) if all(step in results["reference"] for step in broken) else 0
    print(f"{len(chosen)} scenarios, {fields} answers compared, {len(kept)} kinds of difference kept, {failed} failures")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
