"""What kubectl prints of every kind, and the forms of an answer behind it."""

CORE = "/api/v1/namespaces/NS/"
TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io"
METADATA = "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io"
METADATA_LIST = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io"


def make(s, path, api_version, kind, name, **members):
    s.send("POST", path.replace("NS", s.namespace), {
        "apiVersion": api_version, "kind": kind, "metadata": {"name": name, "labels": {"made": "here"}}, **members})


def scenario_tables(s):
    make(s, CORE + "configmaps", "v1", "ConfigMap", "m", data={"a": "b"}, binaryData={"c": "AA=="})
    make(s, CORE + "secrets", "v1", "Secret", "s", data={"a": "Yg=="})
    make(s, CORE + "serviceaccounts", "v1", "ServiceAccount", "a")
    if s.name == "reference":  # Its controller adds a Secret with a token.
        s.eventually(lambda: "secrets" in s.send("GET", f"/api/v1/namespaces/{s.namespace}/serviceaccounts/a")[2])
    make(s, CORE + "persistentvolumeclaims", "v1", "PersistentVolumeClaim", "c", spec={
        "storageClassName": "", "accessModes": ["ReadWriteOnce", "ReadOnlyMany"],
        "resources": {"requests": {"storage": "1Gi"}}})
    make(s, CORE + "limitranges", "v1", "LimitRange", "l", spec={"limits": [{"type": "Pod", "max": {"cpu": "8"}}]})
    make(s, CORE + "services", "v1", "Service", "v", spec={
        "clusterIP": "None", "selector": {"a": "b"}, "ports": [{"port": 80, "targetPort": "http"}, {
            "name": "other", "port": 53, "protocol": "UDP"}]})
    make(s, CORE + "services", "v1", "Service", "w", spec={
        "clusterIP": "None", "selector": {"a": "b"}, "ports": [{"port": 80, "targetPort": "http"}]})
    make(s, CORE + "services", "v1", "Service", "x", spec={"type": "ExternalName", "externalName": "example.com"})
    make(s, "/apis/coordination.k8s.io/v1/namespaces/NS/leases", "coordination.k8s.io/v1", "Lease", "l",
         spec={"holderIdentity": "me"})
    roles = "/apis/rbac.authorization.k8s.io/v1/namespaces/NS/"
    make(s, roles + "roles", "rbac.authorization.k8s.io/v1", "Role", "r", rules=[])
    make(s, roles + "rolebindings", "rbac.authorization.k8s.io/v1", "RoleBinding", "b",
         roleRef={"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "r"},
         subjects=[{"kind": "User", "name": "u"}, {"kind": "ServiceAccount", "name": "a", "namespace": "n"}])
    for kind in ("configmaps", "secrets", "serviceaccounts", "pvc", "limitranges", "services", "leases", "roles",
                 "rolebindings"):
        s.kubectl(kind, "get", kind, "-l", "made=here")
        s.kubectl(kind + " wide", "get", kind, "-l", "made=here", "-o", "wide")
    s.kubectl("described", "describe", "role/r", "rolebinding/b", "limitrange/l", "serviceaccount/a", "secret/s", "service/v")
    s.kubectl("namespace", "get", "namespace", s.namespace)

    def columns(value):
        return {"kind": value["kind"], "apiVersion": value["apiVersion"],
                "columns": [[column[key] for key in ("name", "type", "format", "priority")]
                            for column in value["columnDefinitions"]],
                "rows": [{key: row[key] for key in row} for row in value["rows"]]}

    one = "?labelSelector=made"
    s.request("table", "GET", CORE + "configmaps" + one, headers={"Accept": TABLE}, keep=columns)
    s.request("table of one", "GET", CORE + "configmaps/m", headers={"Accept": TABLE}, keep=columns)
    s.request("table without objects", "GET", CORE + "configmaps" + one + "&includeObject=None", headers={"Accept": TABLE},
              keep=columns)
    s.request("table with objects", "GET", CORE + "configmaps" + one + "&includeObject=Object", headers={"Accept": TABLE},
              keep=columns)
    s.request("metadata", "GET", CORE + "configmaps/m", headers={"Accept": METADATA})
    s.request("metadata list", "GET", CORE + "configmaps" + one, headers={"Accept": METADATA_LIST}, keep=lambda value: [
        value["kind"], value["apiVersion"], value["items"]])
    s.request("unknown form", "GET", CORE + "configmaps/m", headers={"Accept": "text/html"})
    s.request("YAML", "GET", CORE + "configmaps/m", headers={"Accept": "application/yaml"}, keep=lambda value: "")


def without_conditions_taints(value):
    """Of a node's taints those that say a condition: here nobody keeps pods from a node by them."""
    taints = value.get("spec", {}).get("taints", [])
    taints[:] = [taint for taint in taints if not taint["key"].startswith("node.kubernetes.io/")]
    return value


def scenario_nodes(s):
    name = s.namespace
    path = "/api/v1/nodes"
    s.request("create", "POST", path, {
        "apiVersion": "v1", "kind": "Node", "metadata": {"name": name, "labels": {"node-role.kubernetes.io/worker": ""}},
        "spec": {"unschedulable": True, "taints": [{"key": "k", "value": "v", "effect": "NoSchedule"}]},
        "status": {"capacity": {"cpu": "4", "memory": "8Gi", "devices.kubevirt.io/kvm": "110"}}},
        keep=without_conditions_taints)
    s.request("status", "PATCH", f"{path}/{name}/status", {"status": {
        "conditions": [{"type": "Ready", "status": "True", "lastHeartbeatTime": "2024-01-01T00:00:00Z",
                        "lastTransitionTime": "2024-01-01T00:00:00Z", "reason": "Tested", "message": ""}],
        "addresses": [{"type": "InternalIP", "address": "192.0.2.1"}, {"type": "Hostname", "address": "h"}],
        "nodeInfo": {"kubeletVersion": "v1.20.0", "osImage": "Linux", "kernelVersion": "6", "containerRuntimeVersion": "c"}}},
        {"Content-Type": "application/strategic-merge-patch+json"}, keep=without_conditions_taints)
    s.request("another condition", "PATCH", f"{path}/{name}/status", {"status": {"conditions": [
        {"type": "DiskPressure", "status": "False"}, {"type": "Ready", "status": "Unknown"}]}},
        {"Content-Type": "application/strategic-merge-patch+json"}, keep=without_conditions_taints)
    s.kubectl("get", "get", "node", name)
    s.kubectl("wide", "get", "node", name, "-o", "wide")
    s.kubectl("uncordon", "uncordon", name)
    s.kubectl("taint", "taint", "node", name, "other=x:NoExecute")
    s.request("after", "GET", f"{path}/{name}", keep=lambda value: value["spec"].get("unschedulable"))
    s.request("bad taint", "PATCH", f"{path}/{name}", {"spec": {"taints": [{"key": "a b", "effect": "Sometimes"}]}},
              {"Content-Type": "application/merge-patch+json"})
    s.request("delete", "DELETE", f"{path}/{name}")


def scenario_strategic_patches(s):
    def patch(step, path, body):
        s.request(step, "PATCH", path, body, {"Content-Type": "application/strategic-merge-patch+json"})

    s.request("service", "POST", CORE + "services", {
        "apiVersion": "v1", "kind": "Service", "metadata": {"name": "v", "finalizers": ["example.com/a", "example.com/b"]},
        "spec": {"clusterIP": "None", "ports": [{"name": "a", "port": 1}, {"name": "b", "port": 2}]}})
    service = CORE + "services/v"
    patch("merged by port", service, {"spec": {"ports": [{"name": "c", "port": 3}, {"port": 2, "targetPort": 22}]}})
    patch("one deleted", service, {"spec": {"ports": [{"port": 1, "$patch": "delete"}]}})
    patch("in order", service, {"spec": {"$setElementOrder/ports": [{"port": 2}, {"port": 3}], "ports": [
        {"port": 2, "name": "bb"}]}})
    patch("list replaced", service, {"spec": {"ports": [{"$patch": "replace"}, {"name": "z", "port": 9}]}})
    patch("from a list of texts", service, {"metadata": {"$deleteFromPrimitiveList/finalizers": ["example.com/a"]}})
    patch("texts are added", service, {"metadata": {"finalizers": ["example.com/c"]}})
    patch("map member removed", service, {"spec": {"selector": {"a": "b", "c": "d"}}})
    patch("and replaced", service, {"spec": {"selector": {"$patch": "replace", "e": "f"}}})
    patch("without its key", service, {"spec": {"ports": [{"name": "q"}]}})
    patch("let go", service, {"metadata": {"finalizers": None}})
    s.request("account", "POST", CORE + "serviceaccounts", {
        "apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "a"}, "imagePullSecrets": [{"name": "one"}]})
    s.request("another secret", "PATCH", CORE + "serviceaccounts/a", {"imagePullSecrets": [{"name": "two"}]},
              {"Content-Type": "application/strategic-merge-patch+json"}, keep=lambda value: value["imagePullSecrets"])
