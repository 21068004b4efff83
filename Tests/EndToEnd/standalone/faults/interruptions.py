#!/usr/bin/env python3
"""Kills in the middle of what controllers do: after the next start the end is reached all the same.

    interruptions.py SWIFT-VIRT [--rounds N] [--seed N]
"""
import argparse
import os
import random
import sys
import time

from instance import Failure, Instance, check, config_map, eventually, machine

CORE = "/api/v1/namespaces"
LARGEST = 0.15  # seconds until the kill, at most: about as long as the controllers need


class Interruptions:
    def __init__(self, instance, choice):
        self.instance, self.choice = instance, choice
        self.client = instance.client()

    def interrupt(self):
        """Kills once or a few times, soon after what was asked for and soon after the starts."""
        for _ in range(self.choice.choice([1, 1, 2, 3])):
            time.sleep(self.choice.uniform(0, LARGEST) ** 2 / LARGEST)
            self.instance.kill()
            self.client.close()
            self.instance.start()

    def gone(self, path):
        return self.client.send("GET", path)[0] == 404

    def namespace_deletion(self, name):
        client = self.client
        client.expect(201, "POST", CORE, {"metadata": {"name": name}})
        for index in range(20):
            client.expect(201, "POST", f"{CORE}/{name}/configmaps", config_map(f"c{index}", {"a": "b"}))
            client.expect(201, "POST", f"/apis/kubevirt.io/v1/namespaces/{name}/virtualmachines", machine(f"m{index}"))
        client.expect(200, "DELETE", f"{CORE}/{name}")
        self.interrupt()
        eventually(f"namespace {name} is gone", lambda: self.gone(f"{CORE}/{name}"))
        for path in (f"{CORE}/{name}/configmaps", f"/apis/kubevirt.io/v1/namespaces/{name}/virtualmachines",
                     f"{CORE}/{name}/serviceaccounts"):
            left = client.expect(200, "GET", path)["items"]
            check(not left, f"{path}: {[item['metadata']['name'] for item in left]} outlived the namespace")

    def cascade(self, name, policy):
        client, maps = self.client, f"{CORE}/default/configmaps"
        owner = client.expect(201, "POST", maps, config_map(name, {}))
        reference = {"apiVersion": "v1", "kind": "ConfigMap", "name": name, "uid": owner["metadata"]["uid"],
                     "blockOwnerDeletion": True}
        names = [f"{name}-{index}" for index in range(20)]
        for dependent in names:
            body = config_map(dependent, {})
            body["metadata"]["ownerReferences"] = [reference]
            client.expect(201, "POST", maps, body)
        client.expect(200, "DELETE", f"{maps}/{name}", {"propagationPolicy": policy})
        self.interrupt()

        def left():
            items = client.expect(200, "GET", maps)["items"]
            return {item["metadata"]["name"]: item["metadata"] for item in items
                    if item["metadata"]["name"] in [name, *names]}

        def ended():
            there = left()
            if policy == "Foreground":
                check(name in there or not there, f"the owner went before {list(there)}")
            if policy != "Orphan":
                return not there
            check(len(set(there) - {name}) == len(names), f"{len(names)} were to stay, {len(there)} are left")
            return name not in there and not any(meta.get("ownerReferences") for meta in there.values())

        eventually(f"the end of a deletion with {policy}", ended)
        for dependent in left():
            client.expect(200, "DELETE", f"{maps}/{dependent}")

    def claims(self, prefix):
        client, claims = self.client, f"{CORE}/default/persistentvolumeclaims"
        names = [f"{prefix}-{index}" for index in range(8)]
        volumes = self.instance.data + "/volumes"
        for name in names:
            client.expect(201, "POST", claims, {"metadata": {"name": name}, "spec": {
                "accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Mi"}}}})
        self.interrupt()

        def bound():
            items = client.expect(200, "GET", claims)["items"]
            return {item["metadata"]["name"]: item["spec"]["volumeName"] for item in items
                    if item.get("status", {}).get("phase") == "Bound"}

        eventually("all claims are bound", lambda: set(names) <= set(bound()))
        found = client.expect(200, "GET", "/api/v1/persistentvolumes")["items"]
        check(sorted(item["metadata"]["name"] for item in found) == sorted(bound().values()),
              "one volume a claim")
        for volume in bound().values():
            check(os.path.isdir(f"{volumes}/{volume}"), f"the folder of {volume} is not there")
            with open(f"{volumes}/{volume}/content", "w") as file:
                file.write("x")
        for name in names:
            client.expect(200, "DELETE", f"{claims}/{name}")
        self.interrupt()
        eventually("all volumes are gone", lambda: not client.expect(200, "GET", "/api/v1/persistentvolumes")["items"])
        check(not client.expect(200, "GET", claims)["items"], "claims are left")
        check(not os.listdir(volumes), f"folders are left: {os.listdir(volumes)}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("executable")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    options = parser.parse_args()
    try:
        with Instance(options.executable) as instance:
            instance.start()
            run = Interruptions(instance, random.Random(options.seed))
            for number in range(options.rounds):
                run.namespace_deletion(f"n{number}")
                run.cascade(f"f{number}", "Foreground")
                run.cascade(f"b{number}", "Background")
                run.cascade(f"o{number}", "Orphan")
                run.claims(f"c{number}")
            instance.down()
    except Failure as failure:
        print(f"interruptions: seed {options.seed}: {failure}")
        sys.exit(1)
    print(f"interruptions: seed {options.seed}, {options.rounds} times each of five kinds of work, to the end")


if __name__ == "__main__":
    main()
