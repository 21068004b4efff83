"""What the server makes of the built-in kinds: defaults, rules, conversions between paths."""

CORE = "/api/v1/namespaces/NS/"


def pod(name, **spec):
    return {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": name},
            "spec": {"containers": [{"name": "main", "image": "example.com/image:1"}], "automountServiceAccountToken": False,
                     "nodeSelector": {"no-such-node": "x"}, **spec}}


def without_status(value):
    """The scheduler of the reference says of a pod what nobody says here."""
    if isinstance(value, dict) and value.get("kind") == "Pod":
        value.get("status", {}).pop("conditions", None)
    return value


def scenario_pod_defaults(s):
    s.request("plain", "POST", CORE + "pods", pod("plain"), keep=without_status)
    s.request("rich", "POST", CORE + "pods", pod(
        "rich", restartPolicy="Never", containers=[{
            "name": "main", "image": "example.com/image", "ports": [{"containerPort": 80}],
            "resources": {"limits": {"cpu": "1", "memory": "64Mi"}, "requests": {"cpu": "500m"}},
            "env": [{"name": "A", "value": "b"}, {"name": "N", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}}],
            "livenessProbe": {"httpGet": {"path": "/", "port": 80}}, "readinessProbe": {"exec": {"command": ["true"]}},
            "volumeMounts": [{"name": "c", "mountPath": "/c"}]}],
        initContainers=[{"name": "first", "image": "example.com/image:latest"}],
        volumes=[{"name": "c", "configMap": {"name": "c"}}, {"name": "s", "secret": {"secretName": "s"}},
                 {"name": "e", "emptyDir": {}}, {"name": "h", "hostPath": {"path": "/tmp"}},
                 {"name": "d", "downwardAPI": {"items": [{"path": "l", "fieldRef": {"fieldPath": "metadata.labels"}}]}},
                 {"name": "p", "projected": {"sources": [{"secret": {"name": "s"}}]}}]), keep=without_status)
    s.request("delete", "DELETE", CORE + "pods/plain", keep=without_status)
    s.request("gone", "GET", CORE + "pods/plain")


def scenario_pod_rules(s):
    def refused(step, **spec):
        s.request(step, "POST", CORE + "pods", pod("refused", **spec))

    refused("no containers", containers=[])
    refused("no image", containers=[{"name": "main"}])
    refused("twice the same name", containers=[{"name": "a", "image": "i"}, {"name": "a", "image": "i"}])
    refused("unknown mount", containers=[{"name": "a", "image": "i", "volumeMounts": [{"name": "x", "mountPath": "/x"}]}])
    refused("more than the limit", containers=[{"name": "a", "image": "i", "resources": {
        "limits": {"memory": "1Mi"}, "requests": {"memory": "2Mi"}}}])
    refused("bad policy", restartPolicy="Sometimes")
    refused("missing account", serviceAccountName="nobody")
    s.request("create", "POST", CORE + "pods", pod("fixed"), keep=without_status)
    merge = {"Content-Type": "application/merge-patch+json"}
    s.request("image may change", "PATCH", CORE + "pods/fixed", [
        {"op": "replace", "path": "/spec/containers/0/image", "value": "example.com/image:2"}],
        {"Content-Type": "application/json-patch+json"}, keep=without_status)
    s.request("name may not", "PATCH", CORE + "pods/fixed", [
        {"op": "replace", "path": "/spec/containers/0/name", "value": "other"}],
        {"Content-Type": "application/json-patch+json"}, keep=lambda value: {
            key: value.get(key) for key in ("code", "reason", "status")})
    s.request("strategic env", "PATCH", CORE + "pods/fixed", {"metadata": {"labels": {"a": "b"}}, "spec": {
        "tolerations": [{"key": "k", "operator": "Exists"}]}}, {"Content-Type": "application/strategic-merge-patch+json"},
        keep=without_status)
    s.request("status", "PATCH", CORE + "pods/fixed/status", {"status": {"phase": "Running", "reason": "Test"}, "spec": {
        "nodeName": "ignored"}}, merge, keep=without_status)


def scenario_pod_faults(s):
    """Each a fault of its own; what is compared is which causes are found where."""
    def container(**more):
        return {"containers": [{"name": "a", "image": "i", **more}]}

    faults = {
        "name": container(name="A_"), "image": container(image=" i"), "pull policy": container(imagePullPolicy="Soon"),
        "port": container(ports=[{"containerPort": 0}]), "protocol": container(ports=[{"containerPort": 1, "protocol": "X"}]),
        "port name": container(ports=[{"containerPort": 1, "name": "NOT--good-and-long-too"}]),
        "two ports of a name": container(ports=[{"containerPort": 1, "name": "p"}, {"containerPort": 2, "name": "p"}]),
        "host port": container(ports=[{"containerPort": 1, "hostPort": 70000}]),
        "env name": container(env=[{"name": "1 x"}]), "env twice": container(env=[{
            "name": "A", "value": "x", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}}]),
        "env field": container(env=[{"name": "A", "valueFrom": {"fieldRef": {"fieldPath": "spec.nothing"}}}]),
        "env from": container(envFrom=[{"prefix": "1", "configMapRef": {"name": ""}}]),
        "probe": container(livenessProbe={}), "two probes": container(livenessProbe={
            "exec": {"command": ["a"]}, "tcpSocket": {"port": 1}}),
        "probe numbers": container(readinessProbe={"exec": {"command": ["a"]}, "periodSeconds": -1, "timeoutSeconds": -1}),
        "liveness threshold": container(livenessProbe={"exec": {"command": ["a"]}, "successThreshold": 2}),
        "hook": container(lifecycle={"preStop": {}}), "no command": container(lifecycle={"postStart": {"exec": {"command": []}}}),
        "negative": container(resources={"requests": {"cpu": "-1"}}),
        "unknown resource": container(resources={"limits": {"thing": "1"}}),
        "extended": container(resources={"requests": {"example.com/thing": "1"}}),
        "part of one": container(resources={"limits": {"example.com/thing": "500m"}}),
        "huge pages": container(resources={"limits": {"hugepages-2Mi": "4Mi"}}),
        "mount paths": {"containers": [{"name": "a", "image": "i", "volumeMounts": [
            {"name": "e", "mountPath": ""}, {"name": "e", "mountPath": "/a", "subPath": "../x"},
            {"name": "e", "mountPath": "/a"}]}], "volumes": [{"name": "e", "emptyDir": {}}]},
        "volumes of a name": {"volumes": [{"name": "v", "emptyDir": {}}, {"name": "v", "emptyDir": {}}]},
        "two sources": {"volumes": [{"name": "v", "emptyDir": {}, "hostPath": {"path": "/"}}]},
        "host path": {"volumes": [{"name": "v", "hostPath": {"path": "/a/../b", "type": "Nothing"}}]},
        "claim": {"volumes": [{"name": "v", "persistentVolumeClaim": {"claimName": ""}}]},
        "secret": {"volumes": [{"name": "v", "secret": {"secretName": "", "defaultMode": 1000}}]},
        "items": {"volumes": [{"name": "v", "configMap": {"name": "c", "items": [{"key": "", "path": "/abs"}]}}]},
        "projected": {"volumes": [{"name": "v", "projected": {"sources": [{"secret": {}}, {"serviceAccountToken": {
            "path": "", "expirationSeconds": 1}}]}}]},
        "size": {"volumes": [{"name": "v", "emptyDir": {"sizeLimit": "-1"}}]},
        "init container": {"initContainers": [{"name": "main", "image": "i", "readinessProbe": {"exec": {"command": ["a"]}}}]},
        "dns": {"dnsPolicy": "None"}, "dns servers": {"dnsPolicy": "None", "dnsConfig": {"nameservers": ["x"]}},
        "host name": {"hostname": "A.b", "subdomain": "x_y"}, "deadline": {"activeDeadlineSeconds": 0},
        "grace": {"terminationGracePeriodSeconds": -1}, "node name": {"nodeName": "A B"},
        "node selector": {"nodeSelector": {"a b": "c d"}}, "priority class": {"priorityClassName": "no-such"},
        "priority": {"priority": 7}, "toleration": {"tolerations": [{"operator": "Exists", "value": "x"}]},
        "toleration effect": {"tolerations": [{"key": "k", "operator": "Equal", "effect": "Never", "tolerationSeconds": 1}]},
        "host aliases": {"hostAliases": [{"ip": "x", "hostnames": ["A"]}]},
        "security": container(securityContext={"privileged": True, "allowPrivilegeEscalation": False, "runAsUser": -1}),
        "pod security": {"securityContext": {"runAsUser": -1, "sysctls": [{"name": "A", "value": "x"}]}},
        "affinity": {"affinity": {"nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": {
            "nodeSelectorTerms": [{"matchExpressions": [{"key": "k", "operator": "In"}]}]}}}},
        "anti-affinity": {"affinity": {"podAntiAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": [{
            "labelSelector": {"matchLabels": {"a": "b"}}}]}}},
        "weight": {"affinity": {"podAffinity": {"preferredDuringSchedulingIgnoredDuringExecution": [{
            "weight": 0, "podAffinityTerm": {"topologyKey": "k"}}]}}},
        "spread": {"topologySpreadConstraints": [{"maxSkew": 0, "topologyKey": "", "whenUnsatisfiable": "X"}]},
        "host network": dict(container(ports=[{"containerPort": 1, "hostPort": 2}]), hostNetwork=True),
        "share": {"hostPID": True, "shareProcessNamespace": True},
        "readiness gate": {"readinessGates": [{"conditionType": "a b"}]},
    }
    for step, spec in faults.items():
        s.request(step, "POST", CORE + "pods?dryRun=All", pod("refused", **spec))


def scenario_pod_binding(s):
    s.send("POST", "/api/v1/nodes", {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "cmp-node"}})
    s.send("POST", CORE.replace("NS", s.namespace) + "pods", pod(
        "bound", terminationGracePeriodSeconds=7, schedulerName="nobody"))
    binding = {"apiVersion": "v1", "kind": "Binding", "metadata": {"name": "bound"},
               "target": {"apiVersion": "v1", "kind": "Node", "name": "cmp-node"}}
    s.request("bind", "POST", CORE + "pods/bound/binding", binding)
    s.request("bind again", "POST", CORE + "pods/bound/binding", binding)
    s.request("bound", "GET", CORE + "pods/bound", keep=lambda value: {
        "node": value["spec"].get("nodeName"), "scheduled": [
            condition["status"] for condition in value["status"].get("conditions", []) if condition["type"] == "PodScheduled"]})
    s.request("log without a kubelet", "GET", CORE + "pods/bound/log?container=nope")
    _, value = s.request("delete with grace", "DELETE", CORE + "pods/bound", keep=lambda value: {
        "grace": value["metadata"].get("deletionGracePeriodSeconds"), "deleted": "deletionTimestamp" in value["metadata"]})
    s.request("force", "DELETE", CORE + "pods/bound?gracePeriodSeconds=0", keep=lambda value: value.get("kind"))
    s.request("gone", "GET", CORE + "pods/bound")
    s.send("DELETE", "/api/v1/nodes/cmp-node")


def scenario_other_kinds(s):
    s.request("secret", "POST", CORE + "secrets", {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s"},
                                                   "stringData": {"a": "b"}})
    s.request("secret without base64", "POST", CORE + "secrets", {
        "apiVersion": "v1", "kind": "Secret", "metadata": {"name": "t"}, "data": {"a": "*"}},
        keep=lambda value: {key: value.get(key) for key in ("code", "reason", "status")})
    s.request("tls secret", "POST", CORE + "secrets", {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "u"},
                                                       "type": "kubernetes.io/tls", "data": {}})
    s.request("immutable", "POST", CORE + "configmaps", {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "i"},
                                                         "immutable": True, "data": {"a": "b"}})
    s.request("immutable changed", "PATCH", CORE + "configmaps/i", {"data": {"a": "c"}},
              {"Content-Type": "application/merge-patch+json"})
    s.request("claim", "POST", CORE + "persistentvolumeclaims", {
        "apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": {"name": "c"}, "spec": {
            "storageClassName": "none", "accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}})
    s.request("claim without a size", "POST", CORE + "persistentvolumeclaims", {
        "apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": {"name": "d"}, "spec": {
            "accessModes": ["ReadWriteOnce"]}})
    s.request("volume", "POST", "/api/v1/persistentvolumes", {
        "apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": s.namespace}, "spec": {
            "storageClassName": "manual", "capacity": {"storage": "1Gi"}, "accessModes": ["ReadWriteOnce"],
            "hostPath": {"path": "/tmp/volume"}}})
    s.send("DELETE", f"/api/v1/persistentvolumes/{s.namespace}")
    s.request("limits", "POST", CORE + "limitranges", {
        "apiVersion": "v1", "kind": "LimitRange", "metadata": {"name": "l"}, "spec": {"limits": [
            {"type": "Container", "default": {"memory": "64Mi"}, "max": {"memory": "128Mi"}}]}})
    # kube-apiserver gets to know of limits a moment later.
    s.eventually(lambda: "limits" in s.send("POST", f"/api/v1/namespaces/{s.namespace}/pods?dryRun=All", pod("limited"))[2][
        "spec"]["containers"][0]["resources"])
    s.request("limited pod", "POST", CORE + "pods", pod("limited"), keep=lambda value: [
        value["metadata"].get("annotations"), value["spec"]["containers"][0]["resources"]])
    s.request("pod over the limit", "POST", CORE + "pods", pod("over", containers=[{
        "name": "main", "image": "i", "resources": {"limits": {"memory": "1Gi"}}}]))
    s.request("lease", "POST", "/apis/coordination.k8s.io/v1/namespaces/NS/leases", {
        "apiVersion": "coordination.k8s.io/v1", "kind": "Lease", "metadata": {"name": "l"},
        "spec": {"holderIdentity": "me", "leaseDurationSeconds": 15, "renewTime": "2024-01-01T00:00:00.123456Z"}})
    s.request("bad lease", "POST", "/apis/coordination.k8s.io/v1/namespaces/NS/leases", {
        "apiVersion": "coordination.k8s.io/v1", "kind": "Lease", "metadata": {"name": "m"}, "spec": {"leaseDurationSeconds": 0}})
    s.request("account", "POST", CORE + "serviceaccounts", {
        "apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "a"}})
    s.request("service", "POST", CORE + "services", {
        "apiVersion": "v1", "kind": "Service", "metadata": {"name": "v"},
        "spec": {"clusterIP": "None", "selector": {"a": "b"}, "ports": [{"port": 80}]}})
    s.request("bad service", "POST", CORE + "services", {
        "apiVersion": "v1", "kind": "Service", "metadata": {"name": "w"}, "spec": {"clusterIP": "None", "ports": [{"port": 0}]}})


def scenario_events(s):
    event = {"apiVersion": "v1", "kind": "Event", "metadata": {"name": "e"}, "reason": "Tested", "message": "It was.",
             "type": "Normal", "count": 2, "firstTimestamp": "2024-01-01T00:00:00Z", "lastTimestamp": "2024-01-01T00:01:00Z",
             "source": {"component": "tests", "host": "h"},
             "involvedObject": {"kind": "Pod", "namespace": s.namespace, "name": "p", "uid": "1"}}
    s.request("create", "POST", CORE + "events", event)
    s.request("by object", "GET", CORE + "events?fieldSelector=involvedObject.name%3Dp,reason%3DTested",
              keep=lambda value: [item["metadata"]["name"] for item in value["items"]])
    s.request("in the other group", "GET", "/apis/events.k8s.io/v1/namespaces/NS/events/e")
    s.request("wrong namespace", "POST", CORE + "events", dict(event, metadata={"name": "f"}, involvedObject={
        "kind": "Pod", "namespace": "other", "name": "p"}))


def scenario_roles(s):
    roles = "/apis/rbac.authorization.k8s.io/v1/namespaces/NS/"
    s.request("role", "POST", roles + "roles", {
        "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role", "metadata": {"name": "r"},
        "rules": [{"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]}]})
    s.request("rule without verbs", "POST", roles + "roles", {
        "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role", "metadata": {"name": "q"},
        "rules": [{"apiGroups": [""], "resources": ["pods"], "verbs": []}]})
    s.request("binding", "POST", roles + "rolebindings", {
        "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "RoleBinding", "metadata": {"name": "b"},
        "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "r"},
        "subjects": [{"kind": "User", "name": "alice"}]})
    s.request("binding changed", "PATCH", roles + "rolebindings/b", {"roleRef": {"name": "other"}},
              {"Content-Type": "application/merge-patch+json"})

    def review(step, verb, resource, **more):
        s.request(step, "POST", "/apis/authorization.k8s.io/v1/subjectaccessreviews", {
            "apiVersion": "authorization.k8s.io/v1", "kind": "SubjectAccessReview", "spec": {
                "user": "alice", "resourceAttributes": {"namespace": s.namespace, "verb": verb, "resource": resource, **more}}},
            keep=lambda value: {"status": {"allowed": value["status"]["allowed"]}, "spec": value["spec"]})

    review("may get", "get", "pods")
    review("may not list", "list", "pods")
    review("may not a subresource", "get", "pods", subresource="log")
