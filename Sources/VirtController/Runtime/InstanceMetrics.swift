import ComponentBase
import JSON
import Kube
import KubeClient

/// What the caches show of machines, instances and migrations, under KubeVirt's names.
enum InstanceMetrics {
  static func write(_ caches: InformerCaches, to text: inout PrometheusText) {
    text.family("kubevirt_vm_info", .gauge, "One sample a virtual machine, always 1.")
    for object in caches.all(Resources.virtualMachines).sorted(by: { $0.id < $1.id }) {
      let machine = object.tree
      let status = machine.value(at: "status", "printableStatus")?.string ?? ""
      text.sample(
        "kubevirt_vm_info",
        [
          ("name", object.name), ("namespace", object.namespace),
          ("machine_type", machine.value(at: "spec", "template", "spec", "domain", "machine", "type")?.string ?? ""),
          ("instance_type", machine.value(at: "spec", "instancetype", "name")?.string ?? "<none>"),
          ("preference", machine.value(at: "spec", "preference", "name")?.string ?? "<none>"),
          ("status", status.lowercased()), ("status_group", group(of: status)),
        ], 1)
    }
    text.family("kubevirt_vmi_info", .gauge, "One sample an instance, always 1.")
    for object in caches.all(Resources.virtualMachineInstances).sorted(by: { $0.id < $1.id }) {
      let instance = object.tree
      text.sample(
        "kubevirt_vmi_info",
        [
          ("node", instance.value(at: "status", "nodeName")?.string ?? ""), ("namespace", object.namespace),
          ("name", object.name), ("phase", (instance.value(at: "status", "phase")?.string ?? "").lowercased()),
        ], 1)
    }
    let migrations = caches.all(Resources.migrations).map { $0.tree.value(at: "status", "phase")?.string ?? "" }
    for (name, phases) in [
      ("pending", ["Pending"]), ("scheduling", ["Scheduling", "Scheduled", "PreparingTarget", "TargetReady"]),
      ("running", ["Running"]), ("unset", [""]),
    ] {
      let family = "kubevirt_vmi_migrations_in_\(name)_phase"
      text.family(family, .gauge, "Migrations in this phase.")
      text.sample(family, [], migrations.count { phases.contains($0) })
    }
  }

  /// As KubeVirt groups the printable states.
  private static func group(of status: String) -> String {
    switch status {
    case "Running": "running"
    case "Provisioning", "Starting", "WaitingForVolumeBinding": "starting"
    case "Migrating": "migrating"
    case "Stopped", "Stopping", "Terminating", "Paused": "non_running"
    default: "error"
    }
  }
}
