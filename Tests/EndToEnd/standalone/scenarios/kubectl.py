"""What people do with kubectl, and what it prints."""
import json

MAP = json.dumps({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "m"}, "data": {"a": "1"}})


def scenario_kubectl_objects(s):
    s.kubectl("create", "create", "configmap", "c", "--from-literal=a=b")
    s.kubectl("create again", "create", "configmap", "c", "--from-literal=a=b")
    s.kubectl("apply", "apply", "-f", "-", stdin=MAP)
    s.kubectl("apply again", "apply", "-f", "-", stdin=MAP)
    s.kubectl("apply changed", "apply", "-f", "-", stdin=MAP.replace('"1"', '"2"'))
    s.kubectl("diff", "diff", "-f", "-", stdin=MAP.replace('"1"', '"2"'))
    s.kubectl("get", "get", "configmap", "c", "m")
    s.kubectl("yaml", "get", "configmap", "m", "-o", "yaml")
    s.kubectl("label", "label", "configmap", "c", "x=y")
    s.kubectl("annotate", "annotate", "configmap", "c", "x=y")
    s.kubectl("selector", "get", "configmap", "-l", "x=y", "-o", "name")
    s.kubectl("patch merge", "patch", "configmap", "c", "--type=merge", "-p", '{"data":{"a":"2"}}')
    s.kubectl("patch json", "patch", "configmap", "c", "--type=json", "-p", '[{"op":"remove","path":"/data/a"}]')
    s.kubectl("patch strategic", "patch", "configmap", "c", "-p", '{"data":{"z":"2"}}')
    s.kubectl("edit", "edit", "configmap", "c", environment={"KUBE_EDITOR": "sed -i s/z:/edited:/"})
    s.kubectl("edited", "get", "configmap", "c", "-o", "jsonpath={.data}")
    s.kubectl("replace", "replace", "-f", "-", stdin=MAP.replace('"1"', '"3"'))
    s.kubectl("server-side dry run", "apply", "--dry-run=server", "-f", "-", stdin=MAP)
    s.kubectl("wait", "wait", "--for=jsonpath={.data.a}=3", "configmap/m", "--timeout=5s")
    s.kubectl("delete", "delete", "configmap", "c", "m")
    s.kubectl("delete missing", "delete", "configmap", "c")
    s.kubectl("delete missing is fine", "delete", "configmap", "c", "--ignore-not-found")
    s.kubectl("wait for deletion", "wait", "--for=delete", "configmap/c", "--timeout=5s")


def scenario_kubectl_pods(s):
    pod = json.dumps({"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p", "labels": {"a": "b"}}, "spec": {
        "automountServiceAccountToken": False, "nodeSelector": {"none": "x"},
        "containers": [{"name": "main", "image": "example.com/i:1", "env": [{"name": "A", "value": "1"}]}]}})
    s.kubectl("apply", "apply", "-f", "-", stdin=pod)
    s.kubectl("apply again", "apply", "-f", "-", stdin=pod)
    s.kubectl("diff", "diff", "-f", "-", stdin=pod)
    s.kubectl("get", "get", "pod")
    s.kubectl("wide", "get", "pod", "-o", "wide")
    s.kubectl("labels", "get", "pod", "--show-labels")
    s.kubectl("columns", "get", "pod", "-o", "custom-columns=N:.metadata.name,P:.status.phase")
    s.kubectl("image", "set", "image", "pod/p", "main=example.com/i:2")
    s.kubectl("exec", "exec", "p", "--", "true")
    s.kubectl("logs", "logs", "p")
    s.kubectl("delete", "delete", "pod", "p")


def scenario_kubectl_questions(s):
    s.kubectl("can I", "auth", "can-i", "create", "vm")
    s.kubectl("can someone", "auth", "can-i", "create", "pods", "--as=alice")
    s.kubectl("as someone", "get", "pods", "--as=alice")
    s.kubectl("unknown resource", "get", "nonsense")
    s.kubectl("nothing", "get", "pods")
    s.kubectl("missing", "get", "pod", "nope")
    s.kubectl("raw", "get", "--raw", "/healthz")
    s.kubectl("raw missing", "get", "--raw", "/nope")
    s.kubectl("explain", "explain", "vm.spec.running")
    s.kubectl("quota", "describe", "namespace", s.namespace)
    s.run_kubectl("create", "configmap", "d", "--from-literal=a=b")
    s.kubectl("describe", "describe", "configmap", "d")
    s.kubectl("token", "get", "serviceaccount", "default", "-o", "name")


def scenario_discovery(s):
    def resources(value):
        keep = {"namespaces", "pods", "pods/binding", "pods/eviction", "pods/exec", "pods/log", "pods/status", "events",
                "configmaps", "secrets", "serviceaccounts", "persistentvolumeclaims", "persistentvolumes", "limitranges",
                "services", "nodes", "leases", "virtualmachines", "virtualmachines/status", "virtualmachineinstances",
                "virtualmachineinstancereplicasets", "virtualmachineinstancereplicasets/scale",
                "virtualmachineinstancepresets", "roles", "rolebindings", "clusterroles", "clusterrolebindings"}
        return {resource["name"]: {key: sorted(member) if key == "verbs" else member for key, member in resource.items()
                                   if key != "storageVersionHash"}
                for resource in value["resources"] if resource["name"] in keep}

    for group in ("/api/v1", "/apis/kubevirt.io/v1", "/apis/kubevirt.io/v1alpha2", "/apis/coordination.k8s.io/v1",
                  "/apis/rbac.authorization.k8s.io/v1"):
        s.request(group, "GET", group, keep=resources)
    s.request("one group", "GET", "/apis/kubevirt.io")
    s.request("missing group", "GET", "/apis/nope.example.com")
    s.request("missing resource", "GET", "/api/v1/nope")
    s.request("missing version", "GET", "/apis/kubevirt.io/v9/virtualmachines")
    s.request("core versions", "GET", "/api", keep=lambda value: [value["kind"], value["versions"]])
