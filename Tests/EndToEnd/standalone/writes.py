#!/usr/bin/env python3
"""Counts what the controllers write from the start of a machine to its running, and names it.

    writes.py KUBECONFIG FOLDER MOST

FOLDER takes the client's certificate. Says what a kubelet and virt-handler would, in the pace of a node, and watches all
that has to do with the machine. Ends with status 1 when there are more than MOST writes, or one that changes nothing.
Standard library only.
"""
import base64
import http.client
import json
import os
import queue
import ssl
import subprocess
import sys
import threading
import time
import urllib.parse

NAMESPACE = "writes"
KUBEVIRT = f"/apis/kubevirt.io/v1/namespaces/{NAMESPACE}/"
CORE = f"/api/v1/namespaces/{NAMESPACE}/"
WATCHED = {"VirtualMachine": KUBEVIRT + "virtualmachines", "VirtualMachineInstance": KUBEVIRT + "virtualmachineinstances",
           "Pod": CORE + "pods",
           "ControllerRevision": f"/apis/apps/v1/namespaces/{NAMESPACE}/controllerrevisions"}
MERGE = "application/merge-patch+json"
PAUSE = 0.4  # Between what a node does, in seconds.


class API:
    def __init__(self, kubeconfig, folder):
        text = subprocess.check_output(["kubectl", "--kubeconfig", kubeconfig, "config", "view", "--raw", "-o", "json"])
        config = json.loads(text)
        user, cluster = config["users"][0]["user"], config["clusters"][0]["cluster"]
        paths = {}
        for name, data in (("certificate", user["client-certificate-data"]), ("key", user["client-key-data"]),
                           ("ca", cluster["certificate-authority-data"])):
            paths[name] = os.path.join(folder, "client-" + name)
            with open(paths[name], "wb") as file:
                file.write(base64.b64decode(data))
        self.context = ssl.create_default_context(cafile=paths["ca"])
        self.context.load_cert_chain(paths["certificate"], paths["key"])
        self.url = urllib.parse.urlparse(cluster["server"])

    def request(self, method, path, body=None, kind="application/json", headers=None):
        connection = http.client.HTTPSConnection(self.url.hostname, self.url.port, context=self.context, timeout=60)
        data = None if body is None else json.dumps(body)
        connection.request(method, path, data, {"Content-Type": kind, **(headers or {})})
        return connection.getresponse()

    def call(self, *arguments):
        answer = self.request(*arguments)
        data = answer.read()
        if answer.status >= 300:
            sys.exit(f"{arguments[:2]}: {answer.status} {data[:400].decode()}")
        return json.loads(data) if data else {}

    def watch(self, kind, events):
        for line in self.request("GET", WATCHED[kind] + "?watch=true&resourceVersion=0&timeoutSeconds=50"):
            event = json.loads(line)
            events.put((kind, event["type"], event["object"]))


def paths(old, new, place=""):
    """Where two values differ."""
    if old == new:
        return []
    if isinstance(old, dict) and isinstance(new, dict):
        return [path for key in sorted(old.keys() | new.keys()) for path in paths(old.get(key), new.get(key), f"{place}.{key}")]
    if isinstance(old, list) and isinstance(new, list) and place.endswith("conditions"):
        one, other = ({condition["type"]: condition for condition in each} for each in (old, new))
        names = sorted(one.keys() | other.keys())
        return [f"{place}[{name}]" for name in names if one.get(name) != other.get(name)]
    return [place[1:] if place.startswith(".") else place]


def content(item):
    item = json.loads(json.dumps(item))
    for member in ("resourceVersion", "managedFields", "generation"):
        item["metadata"].pop(member, None)
    return item


def until(what, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.02)
    sys.exit("waited in vain")


def main():
    api, most = API(*sys.argv[1:3]), int(sys.argv[3])
    api.call("POST", "/api/v1/namespaces", {"metadata": {"name": NAMESPACE}})
    api.call("POST", "/api/v1/nodes", {"metadata": {"name": "writes", "labels": {"kubevirt.io/schedulable": "true"}}})
    spec = {"domain": {"devices": {}, "memory": {"guest": "64Mi"}}}
    api.call("POST", KUBEVIRT + "virtualmachines", {
        "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachine", "metadata": {"name": "vm"},
        "spec": {"runStrategy": "Manual", "template": {"spec": spec}}})
    machine = KUBEVIRT + "virtualmachines/vm"
    until(lambda: api.call("GET", machine).get("status", {}).get("printableStatus") == "Stopped")
    time.sleep(2)
    events, mine = queue.Queue(), set()
    for kind in WATCHED:
        threading.Thread(target=api.watch, args=(kind, events), daemon=True).start()
    time.sleep(1)
    first = api.call("GET", machine)

    def own(*arguments):
        answer = api.call(*arguments)
        mine.add(answer["metadata"].get("resourceVersion"))

    began = time.monotonic()
    api.call("PUT", f"/apis/subresources.kubevirt.io/v1/namespaces/{NAMESPACE}/virtualmachines/vm/start", {})
    pod = until(lambda: api.call("GET", CORE + "pods")["items"])[0]["metadata"]["name"]
    took = time.monotonic() - began
    time.sleep(PAUSE)
    api.call("POST", f"{CORE}pods/{pod}/binding", {
        "apiVersion": "v1", "kind": "Binding", "metadata": {"name": pod}, "target": {"kind": "Node", "name": "writes"}})
    time.sleep(PAUSE)
    conditions = api.call("GET", f"{CORE}pods/{pod}")["status"].get("conditions", [])
    kept = [one for one in conditions if one["type"] not in ("Ready", "PodScheduled")]
    status = {"phase": "Running", "podIP": "10.1.0.7", "conditions": kept + [
        {"type": "Ready", "status": "True"}, {"type": "PodScheduled", "status": "True"}], "containerStatuses": [
        {"name": "compute", "image": "i", "imageID": "", "ready": True, "restartCount": 0, "state": {"running": {}}}]}
    own("PATCH", f"{CORE}pods/{pod}/status", {"status": status}, MERGE)
    instance = KUBEVIRT + "virtualmachineinstances/vm"
    until(lambda: api.call("GET", instance)["status"].get("phase") == "Scheduled")
    time.sleep(PAUSE)
    handler = {"Impersonate-User": "system:serviceaccount:kubevirt:kubevirt-handler", "Impersonate-Group": "system:masters"}
    own("PATCH", instance, {"status": {"phase": "Running"}}, MERGE, handler)
    until(lambda: api.call("GET", machine)["status"].get("printableStatus") == "Running")
    time.sleep(3)

    last, seen, faults = {}, [], 0
    while not events.empty():
        kind, change, item = events.get()
        key, version = (kind, item["metadata"]["name"]), int(item["metadata"]["resourceVersion"])
        before, last[key] = last.get(key), item
        if version > int(first["metadata"]["resourceVersion"]) or change == "DELETED":
            seen.append((version, kind, change, before, item))
    number = 0
    for version, kind, change, before, item in sorted(seen, key=lambda one: one[0]):
        different = paths(content(before), content(item)) if before else []
        # The user's wish, the scheduler's word and what was said for the node.
        if str(version) in mine or different == ["spec.nodeName"] or kind == "Pod" and "spec.nodeName" in different \
                or kind == "VirtualMachine" and "status.stateChangeRequests" in different and \
                item["status"].get("stateChangeRequests"):
            continue
        number += 1
        if before and not different:
            faults += 1
        print(f"{number:3} {kind:22} {'create' if not before else ', '.join(different) or 'NOTHING CHANGED'}")
    print(f"{number} writes from the start of a machine to its running (at most {most}); its pod came after {took:.2f} s")
    sys.exit(1 if number > most or faults else 0)


main()
