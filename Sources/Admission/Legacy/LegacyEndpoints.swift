/// The webhooks of v1alpha2.
public let legacyEndpoints: [AdmissionEndpoint] = [
  legacy("/virtualmachineinstances-mutate", LegacyMutation.instance),
  legacy("/virtualmachineinstances-validate", LegacyValidation.instance),
  legacy("/virtualmachines-mutate", LegacyMutation.machine),
  legacy("/virtualmachines-validate", LegacyValidation.machine),
  legacy("/virtualmachinereplicaset-mutate", LegacyMutation.replicaSet),
  legacy("/virtualmachinereplicaset-validate", LegacyValidation.replicaSet),
  legacy("/vmipreset-validate", LegacyValidation.preset),
]

private func legacy(_ path: String, _ admit: @escaping AdmissionFunction) -> AdmissionEndpoint {
  AdmissionEndpoint(path: path, versions: [Profile.legacyVersion], admit: admit)
}
