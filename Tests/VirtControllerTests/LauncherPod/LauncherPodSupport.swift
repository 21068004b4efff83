import Admission
import JSON
import Kube
import KubeTypes
import VirtTypes

@testable import VirtController

/// A launcher pod that a test asks for.
struct LauncherPodOrder {
  var instance: V1.VirtualMachineInstance
  var lookups = LauncherPodLookups()
  var configuration = V1.KubeVirtConfiguration()
  var settings = ControllerSettings()

  /// An instance as the mutating webhook leaves it, changed by a merge patch.
  init(_ change: JSONValue = [:], configuration: JSONValue = [:]) throws {
    let base: JSONValue = [
      "metadata": ["name": "testvmi", "namespace": "default", "uid": "1234"],
      "spec": [
        "architecture": "amd64",
        "domain": [
          "cpu": ["cores": 1, "sockets": 1, "threads": 1, "model": "host-model"],
          "devices": ["interfaces": [["name": "default", "bridge": [:]]]],
          "machine": ["type": "q35"], "memory": ["guest": "1Gi"],
        ],
        "networks": [["name": "default", "pod": [:]]],
      ],
      "status": ["runtimeUser": 107],
    ]
    instance = try V1.VirtualMachineInstance(json: MergePatch.apply(change, to: base).serialized())
    self.configuration = try V1.KubeVirtConfiguration(json: configuration.serialized())
  }

  var context: ReconcileContext {
    ReconcileContext(
      now: Timestamp(seconds: 0), seed: 7, configuration: .make(from: configuration), settings: settings)
  }

  func pod() throws -> Core.Pod {
    try LauncherPodTemplate().makePod(for: instance, lookups: lookups, in: context)
  }

  func compute() throws -> Core.Container { try pod().spec.containers[0] }

  /// The error in whose place a pod would be.
  func refusal() -> LauncherPodError? {
    do throws(LauncherPodError) {
      _ = try LauncherPodTemplate().makePod(for: instance, lookups: lookups, in: context)
      return nil
    } catch { return error }
  }

  /// Memory that the compute container asks for beside the guest's, as text.
  func overhead() throws -> String {
    try LauncherPodPlan(instance, lookups, context).memoryOverhead.canonicalText
  }

  mutating func addClaim(_ name: String, mode: String = "Filesystem", labels: [String: String]? = nil) {
    var claim = Core.PersistentVolumeClaim()
    claim.metadata.name = name
    claim.metadata.labels = labels
    claim.spec.volumeMode = mode
    lookups.claims[name] = claim
  }
}
