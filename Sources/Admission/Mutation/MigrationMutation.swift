import Kube
import VirtTypes

/// What a migration gets when it is created.
enum MigrationMutation {
  static let finalizer = "kubevirt.io/migrationJobFinalize"

  static func admit(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    .decide(request, body, environment) { (reading) throws(Decided) in
      try reading.expect("kubevirt.io", "virtualmachineinstancemigrations")
      var migration = try reading.object(V1.VirtualMachineInstanceMigration.self)
      var labels = migration.metadata.labels ?? [:]
      labels[MigrationValidation.machineLabel] = migration.spec.vmiName
      migration.metadata.labels = labels
      if !migration.metadata.finalizers.contains(finalizer) { migration.metadata.finalizers.append(finalizer) }
      return .allowed(patch: ObjectPatch(try reading.objectTree()).replacing(("metadata", migration.metadata)))
    }
  }
}
