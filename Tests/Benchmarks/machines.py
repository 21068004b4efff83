"""Makes virtual machines, waits for their pods and changes their instances. Standard library only.

    machines.py KUBECONFIG FOLDER create FIRST END | wait COUNT | change COUNT

FOLDER takes the client's certificate.
"""
import base64
import http.client
import json
import os
import ssl
import subprocess
import sys
import time
import urllib.parse

BASE = "/apis/kubevirt.io/v1/namespaces/default/"


def connect(kubeconfig, folder):
    config = json.loads(subprocess.check_output(
        ["kubectl", "--kubeconfig", kubeconfig, "config", "view", "--raw", "-o", "json"]))
    user, cluster = config["users"][0]["user"], config["clusters"][0]["cluster"]
    paths = {}
    for name, data in (("certificate", user["client-certificate-data"]), ("key", user["client-key-data"]),
                       ("ca", cluster["certificate-authority-data"])):
        paths[name] = os.path.join(folder, "client-" + name)
        with open(paths[name], "wb") as file:
            file.write(base64.b64decode(data))
    context = ssl.create_default_context(cafile=paths["ca"])
    context.load_cert_chain(paths["certificate"], paths["key"])
    url = urllib.parse.urlparse(cluster["server"])
    return http.client.HTTPSConnection(url.hostname, url.port, context=context)


def call(connection, method, path, body=None, kind="application/json"):
    connection.request(method, path, None if body is None else json.dumps(body), {"Content-Type": kind})
    answer = connection.getresponse()
    data = answer.read()
    if answer.status >= 300:
        sys.exit(f"{method} {path}: {answer.status} {data[:400].decode()}")
    return json.loads(data)


def machine(number):
    devices = {"disks": [{"name": "root", "disk": {"bus": "virtio"}}]}
    domain = {"devices": devices, "resources": {"requests": {"memory": "64Mi"}}}
    volumes = [{"name": "root", "containerDisk": {"image": "registry.example/disk:1"}}]
    return {"apiVersion": "kubevirt.io/v1", "kind": "VirtualMachine", "metadata": {"name": f"vm-{number}"},
            "spec": {"runStrategy": "Always", "template": {"spec": {"domain": domain, "volumes": volumes}}}}


def count(connection):
    """How many pods there are, by the answer's own account of what it leaves out."""
    listed = call(connection, "GET", "/api/v1/namespaces/default/pods?limit=1")
    return len(listed["items"]) + listed["metadata"].get("remainingItemCount", 0)


def main():
    connection, command, numbers = connect(*sys.argv[1:3]), sys.argv[3], [int(text) for text in sys.argv[4:]]
    if command == "create":
        for number in range(*numbers):
            call(connection, "POST", BASE + "virtualmachines", machine(number))
    elif command == "wait":
        while count(connection) < numbers[0]:
            time.sleep(0.2)
    elif command == "change":
        for number in range(numbers[0]):
            patch = {"metadata": {"labels": {"changed": str(time.monotonic_ns())}}}
            call(connection, "PATCH", BASE + f"virtualmachineinstances/vm-{number}", patch,
                 "application/merge-patch+json")
    else:
        sys.exit(__doc__)


main()
