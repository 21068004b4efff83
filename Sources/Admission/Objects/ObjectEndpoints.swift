import Kube

/// The webhooks of the current versions that change objects, or that look at more than an instance's specification.
public let objectEndpoints: [AdmissionEndpoint] = [
  endpoint("/virtualmachineinstances-mutate", InstanceMutation.admit),
  endpoint("/virtualmachines-mutate", MachineMutation.admit),
  endpoint("/migration-mutate-create", MigrationMutation.admit),
  endpoint("/virtualmachines-validate", MachineValidation.admit),
  endpoint("/virtualmachineinstances-validate-update", InstanceUpdateValidation.admit),
  endpoint("/migration-validate-create", MigrationValidation.admitCreate),
  endpoint("/migration-validate-update", MigrationValidation.admitUpdate),
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
