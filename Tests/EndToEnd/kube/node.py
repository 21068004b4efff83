"""A node that is none: registers itself, and says of pods that the scheduler gives it what a kubelet would say, and of
instances what virt-handler would. Standard library only.

    node.py API-URL CA CERTIFICATE KEY
"""
import datetime
import json
import ssl
import sys
import time
import urllib.error
import urllib.request

NODE = "node01"
HANDLER = {
    "Impersonate-User": "system:serviceaccount:kubevirt:kubevirt-handler",
    "Impersonate-Group": "system:masters",
}
MERGE = "application/merge-patch+json"


class API:
    def __init__(self, url, ca, certificate, key):
        self.url = url
        self.context = ssl.create_default_context(cafile=ca)
        self.context.load_cert_chain(certificate, key)

    def call(self, method, path, body=None, kind="application/json", headers=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": kind, **(headers or {})}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=10, context=self.context) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            if error.code not in (404, 409):
                print(method, path, error.code, error.read()[:400].decode(), flush=True)
            return None
        except (OSError, ValueError) as error:  # The API server may be restarting.
            print(method, path, error, flush=True)
            return None


def now():
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def register(api):
    labels = {"kubernetes.io/arch": "amd64", "kubernetes.io/hostname": NODE, "kubevirt.io/schedulable": "true",
              "machine-type.node.kubevirt.io/q35": "true"}
    api.call("POST", "/api/v1/nodes", {"apiVersion": "v1", "kind": "Node", "metadata": {"name": NODE, "labels": labels}})
    beat(api)


def beat(api):
    resources = {"cpu": "64", "memory": "256Gi", "pods": "500", "ephemeral-storage": "500Gi"}
    for device in ("kvm", "tun", "vhost-net"):
        resources["devices.kubevirt.io/" + device] = "1000"
    ready = {"type": "Ready", "status": "True", "reason": "KubeletReady", "message": "", "lastHeartbeatTime": now(),
             "lastTransitionTime": now()}
    status = {"capacity": resources, "allocatable": resources, "conditions": [ready]}
    api.call("PATCH", f"/api/v1/nodes/{NODE}/status", {"status": status}, MERGE)
    marks = {"labels": {"kubevirt.io/schedulable": "true"}, "annotations": {"kubevirt.io/heartbeat": now()}}
    api.call("PATCH", f"/api/v1/nodes/{NODE}", {"metadata": marks, "spec": {"taints": None}}, MERGE)
    lease = {"apiVersion": "coordination.k8s.io/v1", "kind": "Lease",
             "metadata": {"name": NODE, "namespace": "kube-node-lease"},
             "spec": {"holderIdentity": NODE, "leaseDurationSeconds": 40,
                      "renewTime": now().replace("Z", ".000000Z")}}
    path = "/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases"
    if api.call("PATCH", f"{path}/{NODE}", {"spec": lease["spec"]}, MERGE) is None:
        api.call("POST", path, lease)


def path_of(item, base, kind):
    return f"{base}/namespaces/{item['metadata']['namespace']}/{kind}/{item['metadata']['name']}"


def pods(api):
    listed = api.call("GET", f"/api/v1/pods?fieldSelector=spec.nodeName%3D{NODE}") or {"items": []}
    for pod in listed["items"]:
        path, phase = path_of(pod, "/api/v1", "pods"), pod["status"].get("phase")
        if "deletionTimestamp" in pod["metadata"]:
            body = {"gracePeriodSeconds": 0, "preconditions": {"uid": pod["metadata"]["uid"]}}
            api.call("DELETE", path, body)
        elif phase == "Pending":
            statuses = [
                {"name": container["name"], "image": container["image"], "imageID": "", "ready": True, "restartCount": 0,
                 "state": {"running": {"startedAt": now()}}} for container in pod["spec"]["containers"]]
            conditions = [
                {"type": name, "status": "True", "lastTransitionTime": now()}
                for name in ("PodScheduled", "Initialized", "ContainersReady", "Ready")]
            gates = pod["status"].get("conditions", [])
            kept = [one for one in gates if one["type"] not in [other["type"] for other in conditions]]
            status = {"phase": "Running", "podIP": "10.1.0.7", "podIPs": [{"ip": "10.1.0.7"}], "hostIP": "10.0.0.1",
                      "startTime": now(), "containerStatuses": statuses, "conditions": conditions + kept}
            api.call("PATCH", path + "/status", {"status": status}, MERGE)


def instances(api):
    listed = api.call("GET", "/apis/kubevirt.io/v1/virtualmachineinstances") or {"items": []}
    for instance in listed["items"]:
        status = instance.get("status", {})
        if status.get("nodeName") != NODE:
            continue
        path, phase = path_of(instance, "/apis/kubevirt.io/v1", "virtualmachineinstances"), status.get("phase")
        is_leaving = "deletionTimestamp" in instance["metadata"]
        wanted = None
        if phase == "Scheduled" and not is_leaving:
            wanted = "Running"
        elif phase in ("Scheduled", "Running") and is_leaving:
            wanted = "Succeeded"
        if wanted is None:
            continue
        moments = status.get("phaseTransitionTimestamps", [])
        moments = moments + [{"phase": wanted, "phaseTransitionTimestamp": now()}]
        patch = {"metadata": {"resourceVersion": instance["metadata"]["resourceVersion"]},
                 "status": {"phase": wanted, "phaseTransitionTimestamps": moments}}
        api.call("PATCH", path, patch, MERGE, HANDLER)


def main():
    api = API(*sys.argv[1:5])
    register(api)
    beaten = time.monotonic()
    while True:
        if time.monotonic() - beaten > 10:
            beat(api)
            beaten = time.monotonic()
        pods(api)
        instances(api)
        time.sleep(0.2)


main()
