"""Our kinds, and the walkthrough, through unchanged kubectl."""
import pathlib

WALKTHROUGH = str(pathlib.Path(__file__).resolve().parent.parent.parent / "walkthrough" / "vm.yaml")
MACHINES = "/apis/kubevirt.io/{}/namespaces/NS/virtualmachines"
MERGE = {"Content-Type": "application/merge-patch+json"}


def machine(name, **spec):
    return {"apiVersion": "kubevirt.io/v1", "kind": "VirtualMachine", "metadata": {"name": name}, "spec": {
        "runStrategy": "Halted", "template": {"spec": {"domain": {"devices": {}, "resources": {"requests": {
            "memory": "64Mi"}}}}}, **spec}}


def scenario_walkthrough(s):
    s.kubectl("apply", "apply", "-f", WALKTHROUGH)
    s.kubectl("apply again", "apply", "-f", WALKTHROUGH)
    s.kubectl("diff", "diff", "-f", WALKTHROUGH)
    s.kubectl("vm", "get", "vm")
    s.kubectl("old vm", "get", "vm.v1alpha2.kubevirt.io")
    s.kubectl("old vm as JSON", "get", "vm.v1alpha2.kubevirt.io", "testvm", "-o", "json")
    s.kubectl("vm as JSON", "get", "vm", "testvm", "-o", "json")
    s.kubectl("presets", "get", "vmipreset", "-o", "name")
    s.kubectl("vmi", "get", "vmi")
    s.kubectl("all", "get", "vm,vmi,vmirs,vmipreset", "-o", "name")


def scenario_machine_versions(s):
    s.request("create", "POST", MACHINES.format("v1"), machine("a"))
    for version in ("v1", "v1alpha3", "v1alpha2"):
        s.request(f"get {version}", "GET", MACHINES.format(version) + "/a")
        s.request(f"list {version}", "GET", MACHINES.format(version), keep=lambda value: [
            value["kind"], value["apiVersion"], value["items"]])
    s.request("patch in v1alpha3", "PATCH", MACHINES.format("v1alpha3") + "/a", {"metadata": {"labels": {"a": "b"}}}, MERGE)
    s.request("status is apart", "PATCH", MACHINES.format("v1") + "/a", {"status": {"ready": True}}, MERGE)
    s.request("status", "PATCH", MACHINES.format("v1") + "/a/status", {"status": {"ready": True}}, MERGE)
    s.request("generation grows", "PATCH", MACHINES.format("v1") + "/a", {"spec": {"runStrategy": "Manual"}}, MERGE)
    s.request("strategic is not for these", "PATCH", MACHINES.format("v1") + "/a", {},
              {"Content-Type": "application/strategic-merge-patch+json"})
    s.request("pruned", "PATCH", MACHINES.format("v1") + "/a", {"spec": {"nonsense": {"a": 1}}}, MERGE)
    s.request("delete", "DELETE", MACHINES.format("v1") + "/a")


def scenario_machine_rules(s):
    s.request("no template", "POST", MACHINES.format("v1"), dict(machine("a"), spec={"runStrategy": "Halted"}))
    s.request("wrong type", "POST", MACHINES.format("v1"), machine("a", running="yes"))
    s.request("both", "POST", MACHINES.format("v1"), machine("a", running=True))
    s.request("bad disk", "POST", MACHINES.format("v1"), machine("a", template={"spec": {"domain": {"devices": {
        "disks": [{"name": "a", "disk": {}}]}}}}))
    s.request("update without a version", "PUT", MACHINES.format("v1") + "/b", machine("b"))


def scenario_replica_sets(s):
    sets = "/apis/kubevirt.io/v1/namespaces/NS/virtualmachineinstancereplicasets"
    s.request("create", "POST", sets, {
        "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstanceReplicaSet", "metadata": {"name": "r"}, "spec": {
            "replicas": 2, "selector": {"matchLabels": {"a": "b"}}, "template": {
                "metadata": {"labels": {"a": "b"}}, "spec": {"domain": {"devices": {}, "resources": {
                    "requests": {"memory": "64Mi"}}}}}}})
    s.request("scale", "GET", sets + "/r/scale")
    s.kubectl("kubectl scale", "scale", "vmirs/r", "--replicas=3")
    s.request("scaled", "GET", sets + "/r", keep=lambda value: value["spec"]["replicas"])
    s.kubectl("columns", "get", "vmirs")


def scenario_presets(s):
    s.kubectl("preset", "apply", "-f", WALKTHROUGH)
    s.request("instance", "POST", "/apis/kubevirt.io/v1alpha2/namespaces/NS/virtualmachineinstances", {
        "apiVersion": "kubevirt.io/v1alpha2", "kind": "VirtualMachineInstance",
        "metadata": {"name": "i", "labels": {"kubevirt.io/size": "small"}}, "spec": {"domain": {"devices": {}}}})
    s.kubectl("columns", "get", "vmi")
    s.kubectl("wide", "get", "vmi", "-o", "wide")
    # Nobody here ends a machine; what holds it must go by hand, or its namespace stays.
    s.request("let go", "PATCH", "/apis/kubevirt.io/v1alpha2/namespaces/NS/virtualmachineinstances/i",
              {"metadata": {"finalizers": None}}, MERGE)
