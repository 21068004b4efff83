#!/usr/bin/env python3
"""Sends an instance requests that no client would send: it has to answer every one, and to be there at the end.

Requests are made of pieces of good ones, with some replaced: methods, paths, queries, headers, bodies.
"""
import argparse
import http.client
import json
import random
import threading
import time

from instance import Failure, Instance, check, config_map, machine

METHODS = ["GET"] * 12 + ["POST"] * 16 + ["PUT"] * 8 + ["PATCH"] * 16 + ["DELETE"] * 4 + ["HEAD", "OPTIONS", "TRACE", "FOO"]
GROUPS = {
    "/api/v1": ["configmaps", "secrets", "pods", "events", "services", "serviceaccounts", "limitranges", "nodes",
                "namespaces", "persistentvolumes", "persistentvolumeclaims", "bindings"],
    "/apis/kubevirt.io/v1": ["virtualmachines", "virtualmachineinstances", "virtualmachineinstancepresets",
                             "virtualmachineinstancereplicasets", "virtualmachineinstancemigrations"],
    "/apis/kubevirt.io/v1alpha2": ["virtualmachines", "virtualmachineinstances"],
    "/apis/kubevirt.io/v1alpha3": ["virtualmachines", "virtualmachineinstances"],
    "/apis/rbac.authorization.k8s.io/v1": ["roles", "rolebindings", "clusterroles", "clusterrolebindings"],
    "/apis/policy/v1": ["poddisruptionbudgets"],
    "/apis/coordination.k8s.io/v1": ["leases"],
    "/apis/events.k8s.io/v1": ["events"],
    "/apis/authorization.k8s.io/v1": ["selfsubjectaccessreviews", "subjectaccessreviews", "selfsubjectrulesreviews",
                                      "localsubjectaccessreviews"],
    "/apis/authentication.k8s.io/v1": ["tokenreviews", "selfsubjectreviews"],
}
PLAIN_PATHS = ["/", "/api", "/apis", "/apis/kubevirt.io", "/version", "/healthz/store", "/readyz", "/livez/x", "/metrics",
               "/openapi/v2", "/openapi/v3", "/openapi/v3/api/v1", "/swift-virt/status", "/%00", "/%zz", "/api/v1/%2e%2e"]
SUBRESOURCES = ["status", "scale", "token", "binding", "eviction", "exec", "log", "attach", "portforward", "finalize", "x"]
NUMBERS = [0, 1, -1, 2**31, -2**31, 2**32, 2**53, 2**63 - 1, -2**63, 2**63, 2**64, 1e300, 0.5, 10**40]
TEXTS = ["", "x", "é", "\u0000", "\ud7ff", "a" * 300, "../..", "%2f", "true", "null", "1e99999", "999999999999Ei", "-1m",
         "0", "2026-11-24T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "*", "$patch", "100%", "a/b/c"]
PARAMETERS = ["limit", "continue", "watch", "timeoutSeconds", "resourceVersion", "resourceVersionMatch", "labelSelector",
              "fieldSelector", "dryRun", "fieldValidation", "fieldManager", "propagationPolicy", "gracePeriodSeconds",
              "orphanDependents", "pretty", "allowWatchBookmarks", "sendInitialEvents", "includeObject", "container",
              "ports", "command", "stdout", "tailLines", "sinceSeconds", "limitBytes", "verbose", "exclude"]
VALUES = ["", "0", "1", "true", "All", "Strict", "Warn", "Exact", "NotOlderThan", "Orphan", "Foreground", "Metadata",
          "a=b", "a in (b,c)", "!a", "a,,b", "((", "metadata.name=a", "metadata.name!=a", "spec.nodeName=", "9" * 30,
          "-1", "18446744073709551615", "9223372036854775807", "eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6LTEsIm5zIjoiIiwic3RhcnQiOiIifQ"]
KINDS = ["application/json"] * 6 + [
    "application/yaml", "application/vnd.kubernetes.protobuf", "application/json-patch+json",
    "application/merge-patch+json", "application/strategic-merge-patch+json", "application/apply-patch+yaml", "text/plain",
    "", "a;b;c"]
ACCEPTS = ["*/*", "application/json", "application/yaml", "application/json;as=Table;v=v1;g=meta.k8s.io",
           "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io", "application/vnd.kubernetes.protobuf", "x",
           "application/json;as=APIGroupDiscoveryList;v=v2;g=apidiscovery.k8s.io", ";;,,q=", "application/json;q=-1"]


def samples():
    container = {"name": "c", "image": "i", "resources": {"limits": {"cpu": "1", "memory": "1Gi"}},
                 "ports": [{"containerPort": 80}], "volumeMounts": [{"name": "v", "mountPath": "/v"}]}
    pod = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"},
           "spec": {"containers": [container], "volumes": [{"name": "v", "emptyDir": {"sizeLimit": "1Gi"}}],
                    "nodeName": "n", "terminationGracePeriodSeconds": 30, "tolerations": [{"operator": "Exists"}]}}
    domain = machine("a")["spec"]["template"]["spec"]
    return {
        "configmaps": config_map("a", {"k": "v"}), "pods": pod, "virtualmachines": machine("a"),
        "secrets": {"metadata": {"name": "a"}, "stringData": {"a": "b"}, "type": "Opaque"},
        "services": {"metadata": {"name": "a"}, "spec": {"ports": [{"port": 80, "targetPort": 8080}]}},
        "limitranges": {"metadata": {"name": "a"}, "spec": {"limits": [{"type": "Container", "default": {"cpu": "1"}}]}},
        "persistentvolumeclaims": {"metadata": {"name": "a"}, "spec": {
            "accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}},
        "persistentvolumes": {"metadata": {"name": "a"}, "spec": {
            "capacity": {"storage": "1Gi"}, "accessModes": ["ReadWriteOnce"], "hostPath": {"path": "/tmp/none"}}},
        "poddisruptionbudgets": {"metadata": {"name": "a"}, "spec": {"minAvailable": 1, "selector": {}}},
        "leases": {"metadata": {"name": "a"}, "spec": {"leaseDurationSeconds": 15, "renewTime": "2026-11-24T00:00:00.000000Z"}},
        "events": {"metadata": {"name": "a"}, "involvedObject": {"namespace": "default"}, "reason": "r", "count": 1},
        "roles": {"metadata": {"name": "a"}, "rules": [{"verbs": ["get"], "apiGroups": [""], "resources": ["pods"]}]},
        "virtualmachineinstances": {"apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstance",
                                    "metadata": {"name": "a"}, "spec": domain},
        "selfsubjectaccessreviews": {"spec": {"resourceAttributes": {"verb": "get", "resource": "pods"}}},
    }


class Fuzzer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.samples = samples()

    def value(self):
        chance = self.random
        return chance.choice([chance.choice(NUMBERS), chance.choice(TEXTS), None, True, [], {}, [[]], {"": {}},
                              [chance.choice(TEXTS)] * 3, {chance.choice(TEXTS): chance.choice(NUMBERS)}])

    def changed(self, value, rate):
        """The value with parts of it replaced, left out, doubled or added."""
        chance = self.random
        if chance.random() < rate:
            return self.value()
        if isinstance(value, dict):
            result = {name: self.changed(member, rate) for name, member in value.items() if chance.random() > rate / 2}
            if chance.random() < rate:
                result[chance.choice(["metadata", "spec", "status", "kind", "finalizers", "ownerReferences", "labels",
                                      "deletionGracePeriodSeconds", "generateName", "resourceVersion", "uid", "zz"])] = self.value()
            return result
        if isinstance(value, list):
            result = [self.changed(element, rate) for element in value]
            return result * 2 if chance.random() < rate else result
        return value

    def path(self, method):
        chance = self.random
        # Mostly where the method belongs: a collection for POST, an object for the others.
        named = 0.95 if method in ("PUT", "PATCH") else 0.15 if method == "POST" else 0.6
        if chance.random() < 0.05:
            return chance.choice(PLAIN_PATHS), ""
        group = chance.choice(list(GROUPS))
        resource = chance.choice(GROUPS[group])
        path = group
        if chance.random() < 0.85:
            path += "/namespaces/" + chance.choice(["default"] * 20 + ["none", "a%2Fb", "%C3%A9"])
        path += "/" + resource
        if chance.random() < named:
            path += "/" + chance.choice(["a"] * 20 + ["b", "..", "%00", "x" * 300])
            if chance.random() < 0.3:
                path += "/" + chance.choice(SUBRESOURCES)
        return path, resource

    def body(self, method, resource, kind):
        chance = self.random
        sample = self.samples.get(resource) or chance.choice(list(self.samples.values()))
        if "json-patch" in kind and chance.random() < 0.9:
            places = ["", "/", "/metadata", "/metadata/name", "/spec", "/spec/containers/0", "/data/k", "/data/-", "/a~2b"]
            return json.dumps([{"op": chance.choice(["add", "remove", "replace", "copy", "move", "test", "x"]),
                                "path": chance.choice(places), "from": chance.choice(places), "value": self.value()}
                               for _ in range(chance.choice([0, 1, 2, 5, 50]))]).encode()
        if method == "DELETE":
            sample = {"gracePeriodSeconds": chance.choice(NUMBERS), "propagationPolicy": "Background",
                      "preconditions": {"uid": "x"}}
        text = json.dumps(self.changed(sample, chance.choice([0, 0.02, 0.05, 0.3]))).encode()
        if "protobuf" in kind:
            text = b"k8s\0" + text
        if chance.random() < 0.1:
            text = bytearray(text)
            for _ in range(chance.choice([1, 5, 50])):
                text[chance.randrange(len(text))] = chance.randrange(256)
            text = bytes(text)
        return text if chance.random() > 0.03 else text[: chance.randrange(len(text) + 1)]

    def request(self):
        chance = self.random
        method = chance.choice(METHODS)
        path, resource = self.path(method)
        kind = chance.choice(KINDS)
        if method == "PATCH" and chance.random() < 0.8:
            kind = chance.choice(["application/json-patch+json", "application/merge-patch+json",
                                  "application/strategic-merge-patch+json"])
        query = [f"{chance.choice(PARAMETERS)}={chance.choice(VALUES)}" for _ in range(chance.choice([0, 0, 1, 2, 4]))]
        # Watches end by themselves, soon.
        query = [part for part in query if not part.startswith("timeoutSeconds")] + ["timeoutSeconds=1"]
        target = (path + "?" + "&".join(query)).replace(" ", "%20")
        headers = {"Accept": chance.choice(ACCEPTS), "Content-Type": kind}
        if chance.random() < 0.05:
            headers[chance.choice(["Impersonate-User", "Impersonate-Group", "Authorization", "Impersonate-Extra-%zz",
                                   "Upgrade", "Expect", "X-Remote-User"])] = chance.choice(["a", "Bearer x.y.z", "", "websocket"])
        body = self.body(method, resource, kind) if method not in ("GET", "HEAD") or chance.random() < 0.05 else None
        return method, target, headers, body


def send(client, request):
    """The status of the answer; the connection is made anew when the server closed it after an answer."""
    method, target, headers, body = request
    try:
        if client.connection is None:
            client.connection = http.client.HTTPSConnection("127.0.0.1", client.port, context=client.tls, timeout=client.timeout)
        client.connection.request(method, target, body, headers)
        answer = client.connection.getresponse()
        answer.read()
    except (http.client.HTTPException, OSError) as error:
        client.close()
        raise Failure(f"no answer, {error!r}:\n{method} {target[:300]} {headers}\n{(body or b'')[:600]}") from error
    if answer.will_close:
        client.close()
    return answer.status


def run(instance, seconds, seed, counts, failures):
    fuzzer, client = Fuzzer(seed), instance.client()
    end = time.monotonic() + seconds
    while time.monotonic() < end and not failures:
        request = fuzzer.request()
        try:
            status = send(client, request)
            counts[status] = counts.get(status, 0) + 1
            # A revision that is not there yet, pods that nobody runs, and, as Kubernetes answers them, strategic patches
            # with unknown directives. Everything else of the kind is a fault of ours.
            is_directive = status == 500 and request[2]["Content-Type"] == "application/strategic-merge-patch+json"
            if status >= 500 and status not in (501, 504) and not is_directive:
                raise Failure(f"{status}:\n{request[0]} {request[1][:300]} {request[2]}\n{(request[3] or b'')[:600]}")
        except Failure as failure:
            failures.append(failure)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("executable")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--clients", type=int, default=3)
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}", flush=True)
    counts, failures = {}, []
    with Instance(arguments.executable) as instance:
        instance.start()
        threads = [threading.Thread(target=run, args=(instance, arguments.seconds, arguments.seed + number, counts, failures))
                   for number in range(arguments.clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print(" ".join(f"{status}:{count}" for status, count in sorted(counts.items())))
        if failures:
            raise failures[0]
        instance.client().expect(200, "GET", "/api/v1/namespaces/default")
        check(instance.resident()[1] < 1024, f"it took {instance.resident()[1]:.0f} MiB")
        instance.down()


if __name__ == "__main__":
    main()
