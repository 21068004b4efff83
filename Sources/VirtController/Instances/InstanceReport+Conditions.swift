import JSON
import Kube
import KubeTypes
import VirtTypes

extension InstanceReport {
  /// Which pods there are, and what image the launcher has.
  func applyPods(to wanted: inout V1.VirtualMachineInstance) {
    let pods = observation.ownPods
    if !pods.isEmpty || wanted.status.activePods != nil {
      let active = Dictionary(pods.map { ($0.metadata.uid, $0.spec.nodeName) }) { $1 }
      wanted.status.activePods = active.isEmpty ? nil : active
    }
    guard let launcher else { return }
    let image = launcher.computeImage
    let isOutdated = !image.isEmpty && image != context.settings.launcherImage
    wanted.setLabel(KubeVirtNames.outdatedLauncherImage, isOutdated ? "" : nil)
    wanted.status.launcherContainerImageVersion = image
  }

  /// The conditions that do not depend on the phase.
  func applyConditions(to wanted: inout V1.VirtualMachineInstance) {
    wanted.status.conditions.set(readyCondition)
    if let condition = dataVolumesCondition { wanted.status.conditions.set(condition) }
    if instance.status.evacuationNodeName.isEmpty {
      wanted.status.conditions.remove("EvictionRequested")
    } else {
      wanted.status.conditions.set(
        V1.VirtualMachineInstanceCondition(
          "EvictionRequested", "True", reason: "EvictionRequested",
          message: "The instance is to leave node \(instance.status.evacuationNodeName)", changed: context.now))
    }
  }

  /// Whether the guest serves: what the pod says of itself once the guest runs.
  private var readyCondition: V1.VirtualMachineInstanceCondition {
    func notReady(_ reason: String, _ message: String) -> V1.VirtualMachineInstanceCondition {
      V1.VirtualMachineInstanceCondition(
        "Ready", "False", reason: reason, message: message, probed: context.now, changed: context.now)
    }
    guard let launcher else { return notReady("PodNotExists", "There is no launcher pod on the instance's node") }
    if launcher.isDownOrGoingDown { return notReady("PodTerminating", "The launcher pod has ended or is ending") }
    guard instance.isRunning else { return notReady("GuestNotRunning", "The guest is not reported as running") }
    guard let ready = launcher.condition("Ready") else {
      return notReady("PodConditionMissing", "The launcher pod has no condition Ready")
    }
    return V1.VirtualMachineInstanceCondition(of: ready)
  }

  /// Whether all DataVolumes of the volumes are ready; nil without any.
  private var dataVolumesCondition: V1.VirtualMachineInstanceCondition? {
    let states = observation.usedDataVolumes.map { dataVolume in
      (dataVolume.value(at: "status", "conditions")?.array ?? [])
        .first { $0["type"]?.string == "Ready" }?["status"]?.string ?? "Unknown"
    }
    if states.isEmpty { return nil }
    if states.allSatisfy({ $0 == "True" }) {
      return V1.VirtualMachineInstanceCondition(
        "DataVolumesReady", "True", reason: "AllDVsReady", message: "All DataVolumes of the instance are ready")
    }
    return V1.VirtualMachineInstanceCondition(
      "DataVolumesReady", states.contains("False") ? "False" : "Unknown", reason: "NotAllDVsReady",
      message: "Not all DataVolumes of the instance are ready")
  }
}

extension V1.VirtualMachineInstanceCondition {
  /// A copy of a pod's condition.
  init(of condition: Core.PodCondition) {
    self.init(
      condition.type, condition.status, reason: condition.reason, message: condition.message,
      probed: condition.lastProbeTime, changed: condition.lastTransitionTime)
  }
}

extension V1.VirtualMachineInstance {
  /// Sets a label, or takes it away.
  mutating func setLabel(_ name: String, _ value: String?) {
    guard metadata.labels?[name] != value else { return }
    var labels = metadata.labels ?? [:]
    labels[name] = value
    metadata.labels = labels
  }
}
