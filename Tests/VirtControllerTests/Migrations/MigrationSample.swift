import JSON
import Kube
import KubeClient
import KubeTypes
import VirtTypes

@testable import VirtController

/// A migration of the running instance `vm` from node01 to node02, in the state that a test asks for.
struct MigrationSample {
  var migration = V1.VirtualMachineInstanceMigration()
  var instance: V1.VirtualMachineInstance? = Sample.instance("vm")
  var source: Core.Pod?
  var target: Core.Pod?
  var others: [Core.Pod] = []
  var attachment: Core.Pod?
  var siblings: [V1.VirtualMachineInstanceMigration] = []
  var load = MigrationLoad()
  var configuration = V1.KubeVirtConfiguration()

  init(_ phase: MigrationPhase) {
    migration = Self.migration("move", phase: phase, age: 60)
    let instance = Sample.instance("vm")
    source = Sample.pod("virt-launcher-vm-source", of: instance, on: "node01")
    if phase.hasTarget { target = Self.target(of: migration, instance) }
    if phase.isHandedOver || phase == .succeeded { handOver() }
  }

  static func migration(
    _ name: String, phase: MigrationPhase, age: Int64 = 60, failedAgo: Int64? = nil, evacuates: Bool = false
  ) -> V1.VirtualMachineInstanceMigration {
    var migration = V1.VirtualMachineInstanceMigration()
    migration.apiVersion = "kubevirt.io/v1"
    migration.kind = "VirtualMachineInstanceMigration"
    migration.metadata.name = name
    migration.metadata.namespace = "default"
    migration.metadata.uid = "uid-\(name)"
    migration.metadata.resourceVersion = "9"
    migration.metadata.creationTimestamp = Reconciled.ago(age)
    migration.metadata.finalizers = ["kubevirt.io/migrationJobFinalize"]
    migration.metadata.annotations = Sample.observed
    if evacuates { migration.metadata.annotations?["kubevirt.io/evacuationMigration"] = "node01" }
    migration.spec.vmiName = "vm"
    migration.status.phase = phase.rawValue
    if let failedAgo {
      var entry = V1.VirtualMachineInstanceMigrationPhaseTransitionTimestamp()
      entry.phase = "Failed"
      entry.phaseTransitionTimestamp = Reconciled.ago(failedAgo)
      migration.status.phaseTransitionTimestamps = [entry]
    }
    return migration
  }

  static func target(
    of migration: V1.VirtualMachineInstanceMigration, _ instance: V1.VirtualMachineInstance, phase: String = "Running"
  ) -> Core.Pod {
    var pod = Sample.pod("virt-launcher-vm-target", of: instance, on: phase == "Pending" ? "" : "node02", phase: phase)
    pod.metadata.labels?["kubevirt.io/migrationJobUID"] = migration.metadata.uid
    pod.metadata.creationTimestamp = Reconciled.ago(30)
    return pod
  }

  /// Lets the instance's migration state name this migration.
  mutating func handOver(_ change: (inout V1.VirtualMachineInstanceMigrationState) -> Void = { _ in }) {
    var state = V1.VirtualMachineInstanceMigrationState()
    state.migrationUid = migration.metadata.uid
    state.sourceNode = "node01"
    state.targetNode = "node02"
    state.targetPod = "virt-launcher-vm-target"
    change(&state)
    instance?.status.migrationState = state
  }

  mutating func makeTarget(phase: String = "Pending", age: Int64 = 30, unschedulable: Bool = false) {
    guard let instance else { return }
    var pod = Self.target(of: migration, instance, phase: phase)
    pod.metadata.creationTimestamp = Reconciled.ago(age)
    if unschedulable {
      var condition = Core.PodCondition()
      condition.type = "PodScheduled"
      condition.status = "False"
      condition.reason = "Unschedulable"
      pod.status.conditions = [condition]
    }
    target = pod
  }

  func reconcile(
    refusing refusals: [String: Int] = [:], message: String = "refused", objects: [String: JSONValue] = [:],
    template: LauncherPodError? = nil
  ) -> Reconciled {
    var observation = MigrationObservation(migration: migration, instance: instance)
    observation.launcherPods = [source, target].compactMap { $0 } + others
    observation.attachmentPod = attachment
    observation.sourceNode = Sample.node()
    observation.siblings = siblings
    observation.load = load
    let reconciler = MigrationReconciler { _, instance, source, _ in
      if let template { return .failure(template) }
      var pod = Core.Pod()
      pod.metadata.generateName = "virt-launcher-\(instance.metadata.name)-"
      pod.metadata.annotations = ["from": source.pod.metadata.name]
      return .success(pod)
    }
    return Reconciled(
      reconciler, observation, configuration: configuration, refusing: refusals, message: message, objects: objects)
  }
}

extension Reconciled {
  private static let statusWrite = "update virtualmachineinstancemigrations/status"

  /// The phase that the migration gets; nil when its status is not written.
  var phase: String? { body(Self.statusWrite).value(at: "status", "phase")?.string }

  var conditions: [String] {
    (body(Self.statusWrite).value(at: "status", "conditions")?.array ?? []).compactMap { $0["type"]?.string }
  }

  /// The migration state that the instance gets.
  var instanceState: JSONValue? { body("update virtualmachineinstances").value(at: "status", "migrationState") }

  var isPutBack: Bool { if case .backingOff = requeue { true } else { false } }
}
