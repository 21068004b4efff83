import Kube
import VirtTypes

/// Rules of migrations.
enum MigrationValidation {
  static let machineLabel = "kubevirt.io/vmi-name"

  /// What a new migration must fulfil; the first rule that is broken decides.
  static func admitCreate(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide(request, body, environment) { (reading) throws(Decided) in
      try reading.expect("kubevirt.io", "virtualmachineinstancemigrations")
      let migration = try reading.object(V1.VirtualMachineInstanceMigration.self, decodesFirst: true)
      if let cause = checkSpec(migration.spec, reading) { return .refused([cause]) }
      try checkInstance(of: migration, reading)
      try checkOthers(of: migration, reading)
      if let cause = checkDecentralized(migration.spec, reading.configuration) { return .refused([cause]) }
      return .allowed()
    }
  }

  /// What stays as it is once a migration exists.
  static func admitUpdate(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide(request, body, environment) { (reading) throws(Decided) in
      try reading.expect("kubevirt.io", "virtualmachineinstancemigrations")
      let migration = try reading.object(V1.VirtualMachineInstanceMigration.self, decodesFirst: true)
      let old = try reading.oldObject(V1.VirtualMachineInstanceMigration.self)
      if !migration.spec.isEquivalent(to: old.spec) {
        return .refused([.notSupported("", "spec of a migration cannot be changed; create another migration")])
      }
      if let cause = checkLabel(migration, old) { return .refused([cause]) }
      return .allowed()
    }
  }

  private static func checkSpec(_ spec: V1.VirtualMachineInstanceMigrationSpec, _ reading: ObjectReading) -> Cause? {
    if spec.vmiName.isEmpty {
      return .required("spec.vmiName", "spec.vmiName must name the instance that is to be migrated")
    }
    guard spec.priority != nil else { return nil }
    if !reading.configuration.allows(.migrationPriorityQueue) {
      return .forbidden(
        "spec.migrationPriority", "spec.priority can be set only with the feature gate MigrationPriorityQueue")
    }
    let namespace = reading.environment.snapshot.installNamespace
    if reading.request.userInfo.username != KubeVirtAccounts.controller(installNamespace: namespace) {
      return .forbidden("spec.migrationPriority", "spec.priority is set by virt-controller only; leave it out")
    }
    return nil
  }

  private static func checkInstance(
    of migration: V1.VirtualMachineInstanceMigration, _ reading: ObjectReading
  ) throws(Decided) {
    let name = migration.spec.vmiName
    guard
      let instance = try reading.lookUp(
        .virtualMachineInstance, namespace: reading.namespace(of: migration.metadata), name: name,
        as: V1.VirtualMachineInstance.self)
    else { throw .failed("virtual machine instance \"\(name)\" does not exist") }
    if ["Succeeded", "Failed"].contains(instance.status.phase) {
      throw .failed("Cannot migrate VMI in finalized state.")
    }
    let isDecentralized = migration.spec.sendTo != nil || migration.spec.receive != nil
    for condition in instance.status.conditions
    where condition.type == "LiveMigratable" && condition.status == "False" {
      // The other cluster brings its own disks.
      if isDecentralized && condition.reason == "DisksNotLiveMigratable" { continue }
      throw .failed("cannot migrate \"\(name)\": \(condition.reason): \(condition.message)")
    }
  }

  private static func checkOthers(
    of migration: V1.VirtualMachineInstanceMigration, _ reading: ObjectReading
  ) throws(Decided) {
    let name = migration.spec.vmiName
    let others = try reading.list(
      .migration, namespace: reading.namespace(of: migration.metadata), label: machineLabel, value: name,
      as: V1.VirtualMachineInstanceMigration.self)
    guard let running = others.first(where: { !$0.isFinal }) else { return }
    throw .failed(
      "in-flight migration detected. Active migration job (\(running.metadata.uid)) is currently already in progress "
        + "for VMI \(name).")
  }

  private static func checkDecentralized(
    _ spec: V1.VirtualMachineInstanceMigrationSpec, _ configuration: ClusterConfiguration
  ) -> Cause? {
    guard spec.sendTo != nil || spec.receive != nil else { return nil }
    if !configuration.allows(.decentralizedLiveMigration) {
      return .notSupported(
        "", "spec.sendTo and spec.receive can be set only with the feature gate DecentralizedLiveMigration")
    }
    if let source = spec.sendTo, let target = spec.receive, source.migrationID != target.migrationID {
      return .invalid(
        "",
        "spec.sendTo.migrationID \"\(source.migrationID)\" and spec.receive.migrationID \"\(target.migrationID)\" "
          + "must be the same")
    }
    return nil
  }

  private static func checkLabel(
    _ migration: V1.VirtualMachineInstanceMigration, _ old: V1.VirtualMachineInstanceMigration
  ) -> Cause? {
    guard !migration.isFinal, let before = old.metadata.labels?[machineLabel] else { return nil }
    guard let now = migration.metadata.labels?[machineLabel] else {
      return .notSupported("", "label \"\(machineLabel)\" must stay until the migration has ended")
    }
    guard now != before else { return nil }
    return .notSupported(
      "", "label \"\(machineLabel)\" must stay \"\(before)\" until the migration has ended, not \"\(now)\"")
  }
}

extension V1.VirtualMachineInstanceMigration {
  /// Whether the migration has ended, in either way.
  var isFinal: Bool { status.phase == "Succeeded" || status.phase == "Failed" }
}

extension ObjectReading {
  /// The namespace in which an object's companions are.
  func namespace(of metadata: ObjectMeta) -> String {
    metadata.namespace.isEmpty ? request.namespace : metadata.namespace
  }
}
