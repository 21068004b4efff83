import JSON
import Kube
import VirtTypes

/// The webhooks of the current versions that change objects, or that look at more than an instance's specification.
public let objectEndpoints: [AdmissionEndpoint] = [
  endpoint("/virtualmachineinstances-mutate", object: V1.VirtualMachineInstance.self, InstanceMutation.admit),
  endpoint("/virtualmachines-mutate", object: V1.VirtualMachine.self, MachineMutation.admit),
  endpoint("/migration-mutate-create", object: V1.VirtualMachineInstanceMigration.self, MigrationMutation.admit),
  endpoint("/virtualmachines-validate", object: V1.VirtualMachine.self, MachineValidation.admit),
  endpoint(
    "/virtualmachineinstances-validate-update", object: V1.VirtualMachineInstance.self, InstanceUpdateValidation.admit),
  endpoint(
    "/migration-validate-create", object: V1.VirtualMachineInstanceMigration.self, MigrationValidation.admitCreate),
  endpoint(
    "/migration-validate-update", object: V1.VirtualMachineInstanceMigration.self, MigrationValidation.admitUpdate),
  endpoint("/status-validate", StatusValidation.admit),
  endpoint("/virtualmachinepool-validate", versions: ["v1alpha1", "v1beta1"], PoolValidation.admit),
  endpoint("/virtualmachineinstancetypes-validate", versions: ["v1beta1"], InstancetypeValidation.admit),
  endpoint("/virtualmachineclusterinstancetypes-validate", versions: ["v1beta1"], InstancetypeValidation.admit),
  endpoint("/virtualmachinepreferences-validate", versions: ["v1beta1"], PreferenceValidation.admit),
  endpoint("/virtualmachineclusterpreferences-validate", versions: ["v1beta1"], PreferenceValidation.admit),
  endpoint("/pod-eviction-validate", EvictionAdmission.admit),
  endpoint("/virt-launcher-pod-mutate", LauncherPodMutation.admit),
]

private func endpoint(
  _ path: String, versions: Set<String> = currentVersions, _ admit: @escaping AdmissionFunction
) -> AdmissionEndpoint {
  AdmissionEndpoint(path: path, versions: versions, admit: admit)
}

private func endpoint<Object: JSONDecodable & Sendable>(
  _ path: String, object: Object.Type, _ admit: @escaping AdmissionFunction
) -> AdmissionEndpoint {
  AdmissionEndpoint(path: path, versions: currentVersions, object: object, admit: admit)
}
