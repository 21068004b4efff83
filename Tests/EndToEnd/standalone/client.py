#!/usr/bin/env python3
"""The Python client of Kubernetes against one server: typed and dynamic client, watches, leader election.

    client.py KUBECONFIG [--modern]

--modern also runs what kube-apiserver 1.20 does not have.
"""
import sys
import threading
import time
import uuid

from kubernetes import client, config, dynamic, watch
from kubernetes.client.rest import ApiException
from kubernetes.leaderelection import electionconfig, leaderelection
from kubernetes.leaderelection.resourcelock.configmaplock import ConfigMapLock

checks = 0


def check(condition, what):
    global checks
    checks += 1
    if not condition:
        raise AssertionError(what)


def typed(api, namespace):
    core = client.CoreV1Api(api)
    core.create_namespaced_config_map(namespace, client.V1ConfigMap(metadata=client.V1ObjectMeta(name="a"), data={"x": "1"}))
    try:
        core.create_namespaced_config_map(namespace, client.V1ConfigMap(metadata=client.V1ObjectMeta(name="a")))
        check(False, "created twice")
    except ApiException as error:
        check(error.status == 409, f"status {error.status}")
    stored = core.read_namespaced_config_map("a", namespace)
    check(stored.data == {"x": "1"} and stored.metadata.uid, "read back")
    patched = core.patch_namespaced_config_map("a", namespace, {"data": {"y": "2"}})
    check(patched.data == {"x": "1", "y": "2"}, "patched")
    stored.data = {"z": "3"}
    try:
        core.replace_namespaced_config_map("a", namespace, stored)
        check(False, "an old version was taken")
    except ApiException as error:
        check(error.status == 409, f"status {error.status}")
    listed = core.list_namespaced_config_map(namespace, field_selector="metadata.name=a")
    check([item.metadata.name for item in listed.items] == ["a"], "listed")
    pod = core.create_namespaced_pod(namespace, client.V1Pod(
        metadata=client.V1ObjectMeta(name="p", labels={"app": "x"}), spec=client.V1PodSpec(
            automount_service_account_token=False, node_selector={"none": "x"},
            containers=[client.V1Container(name="c", image="example.com/i:1")])))
    check(pod.status.phase == "Pending" and pod.spec.restart_policy == "Always", "pod defaults")
    core.delete_namespaced_pod("p", namespace, grace_period_seconds=0)
    lease = client.CoordinationV1Api(api).create_namespaced_lease(namespace, client.V1Lease(
        metadata=client.V1ObjectMeta(name="l"), spec=client.V1LeaseSpec(holder_identity="me", lease_duration_seconds=10)))
    check(lease.spec.holder_identity == "me", "lease")
    core.delete_collection_namespaced_config_map(namespace, label_selector="nothing=here")
    core.delete_namespaced_config_map("a", namespace)


def watching(api, namespace):
    core = client.CoreV1Api(api)
    start = core.list_namespaced_config_map(namespace).metadata.resource_version
    count = 50

    def write():
        for index in range(count):
            core.create_namespaced_config_map(namespace, client.V1ConfigMap(metadata=client.V1ObjectMeta(name=f"w{index}")))
            core.patch_namespaced_config_map(f"w{index}", namespace, {"data": {"i": str(index)}})
            core.delete_namespaced_config_map(f"w{index}", namespace)

    writer = threading.Thread(target=write)
    writer.start()
    seen = []
    for event in watch.Watch().stream(core.list_namespaced_config_map, namespace, resource_version=start, timeout_seconds=60):
        seen.append((event["type"], event["object"].metadata.name))
        if len(seen) == 3 * count:
            break
    writer.join()
    expected = [(kind, f"w{index}") for index in range(count) for kind in ("ADDED", "MODIFIED", "DELETED")]
    check(seen == expected, "every change once and in order")


def machines(api, namespace):
    resources = dynamic.DynamicClient(api)
    machine = resources.resources.get(api_version="kubevirt.io/v1", kind="VirtualMachine")
    created = machine.create(namespace=namespace, body={
        "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachine", "metadata": {"name": "m"}, "spec": {
            "runStrategy": "Halted", "template": {"spec": {"domain": {"devices": {}, "resources": {"requests": {
                "memory": "64Mi"}}}}}}})
    check(created.metadata.generation == 1, "generation")
    old = resources.resources.get(api_version="kubevirt.io/v1alpha2", kind="VirtualMachine")
    check(old.get(name="m", namespace=namespace).apiVersion == "kubevirt.io/v1alpha2", "old version")
    machine.patch(namespace=namespace, name="m", body={"spec": {"runStrategy": "Manual"}},
                  content_type="application/merge-patch+json")
    check(machine.get(name="m", namespace=namespace).spec.runStrategy == "Manual", "patched")
    try:
        machine.create(namespace=namespace, body={"apiVersion": "kubevirt.io/v1", "kind": "VirtualMachine",
                                                  "metadata": {"name": "n"}, "spec": {"template": {"spec": {"domain": {}}}}})
        check(False, "an incomplete machine was taken")
    except ApiException as error:
        check(error.status == 422, f"status {error.status}")
    events = list(machine.watch(namespace=namespace, timeout=1))
    check([event["type"] for event in events] == ["ADDED"], f"first events {[event['type'] for event in events]}")
    machine.delete(name="m", namespace=namespace)


def electing(kubeconfig, namespace):
    """Two candidates; when the leader stops, the other one follows."""
    config.load_kube_config(kubeconfig)
    order = []

    def candidate(name):
        lead = electionconfig.Config(ConfigMapLock("election", namespace, name), lease_duration=3, renew_deadline=2,
                                     retry_period=1, onstarted_leading=lambda: order.append(name), onstopped_leading=None)
        return leaderelection.LeaderElection(lead)

    first = candidate("one-" + uuid.uuid4().hex[:4])
    check(first.try_acquire_or_renew(), "the first candidate leads")
    second = candidate("two-" + uuid.uuid4().hex[:4])
    check(not second.try_acquire_or_renew(), "the second one waits")
    end = time.monotonic() + 20
    while not second.try_acquire_or_renew():
        check(time.monotonic() < end, "the second one follows when the first one stops renewing")
        time.sleep(0.5)


def modern(api, namespace):
    core = client.CoreV1Api(api)
    _, _, headers = api.call_api(
        f"/api/v1/namespaces/{namespace}/configmaps", "POST", body={
            "apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "warned"}, "nonsense": 1},
        auth_settings=["BearerToken"], response_type="object", query_params=[("fieldValidation", "Warn")])
    check("nonsense" in (headers.get("Warning") or ""), f"warning {headers.get('Warning')}")
    try:
        api.call_api(f"/api/v1/namespaces/{namespace}/configmaps", "POST", body={
            "apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "strict"}, "nonsense": 1},
            auth_settings=["BearerToken"], response_type="object", query_params=[("fieldValidation", "Strict")])
        check(False, "an unknown field was taken")
    except ApiException as error:
        check(error.status == 400 and "nonsense" in error.body, error.body)
    bookmarked = []
    for event in watch.Watch().stream(core.list_namespaced_config_map, namespace, send_initial_events=True,
                                      resource_version_match="NotOlderThan", allow_watch_bookmarks=True, timeout_seconds=2):
        bookmarked.append(event["type"])
        if event["type"] == "BOOKMARK":
            break
    check("ADDED" in bookmarked and bookmarked[-1] == "BOOKMARK", f"initial events {bookmarked}")
    token = core.create_namespaced_service_account_token("default", namespace, client.AuthenticationV1TokenRequest(
        spec=client.V1TokenRequestSpec(
            audiences=["https://kubernetes.default.svc.cluster.local"])))
    other = client.Configuration()
    other.host, other.ssl_ca_cert = api.configuration.host, api.configuration.ssl_ca_cert
    other.api_key = {"authorization": "Bearer " + token.status.token}
    account = client.CoreV1Api(client.ApiClient(other))
    try:
        account.list_namespaced_config_map(namespace)
        check(False, "an account without a role may list")
    except ApiException as error:
        check(error.status == 403, f"status {error.status}")
    client.RbacAuthorizationV1Api(api).create_namespaced_role_binding(namespace, {
        "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "RoleBinding", "metadata": {"name": "view"},
        "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "view"},
        "subjects": [{"kind": "ServiceAccount", "name": "default", "namespace": namespace}]})
    end = time.monotonic() + 5
    while True:
        try:
            account.list_namespaced_config_map(namespace)
            break
        except ApiException:
            check(time.monotonic() < end, "the role takes effect")
            time.sleep(0.05)


def main():
    kubeconfig = sys.argv[1]
    api = config.new_client_from_config(kubeconfig)
    core = client.CoreV1Api(api)
    namespace = "python-" + uuid.uuid4().hex[:6]
    core.create_namespace(client.V1Namespace(metadata=client.V1ObjectMeta(name=namespace)))
    end = time.monotonic() + 20
    while "default" not in [item.metadata.name for item in core.list_namespaced_service_account(namespace).items]:
        check(time.monotonic() < end, "the default service account comes")
        time.sleep(0.1)
    try:
        for part in (typed, watching, machines):
            part(api, namespace)
        electing(kubeconfig, namespace)
        if "--modern" in sys.argv:
            modern(api, namespace)
    finally:
        core.delete_namespace(namespace)
    print(f"{checks} checks passed")


if __name__ == "__main__":
    main()
