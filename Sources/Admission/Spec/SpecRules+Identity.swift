import Kube
import VirtTypes

/// Names, and what happens at start and eviction.
extension SpecRules {
  mutating func checkHostname(_ spec: V1.VirtualMachineInstanceSpec) {
    if !spec.hostname.isEmpty, !NameValidation.isDNS1123Label(spec.hostname) {
      invalid(
        path("hostname"),
        "is \"\(spec.hostname)\", must be at most 63 of a-z, 0-9 and '-', with a letter or digit at both ends")
    }
    if !spec.subdomain.isEmpty, !NameValidation.isDNS1123Subdomain(spec.subdomain) {
      invalid(path("subdomain"), "is \"\(spec.subdomain)\", must be a DNS name of at most 253 characters in lower case")
    }
  }

  mutating func checkStartStrategy(_ spec: V1.VirtualMachineInstanceSpec) {
    guard let strategy = spec.startStrategy else { return }
    if strategy != "Paused" {
      invalid(path("startStrategy"), "is \"\(strategy)\", must be Paused or left out")
    } else if spec.livenessProbe != nil {
      invalid(
        path("startStrategy"), "must not be Paused where there is a liveness probe: the probe would end the guest")
    }
  }

  /// The cluster's strategy stands in for a missing one, so it has to be a known one too.
  mutating func checkEvictionStrategy(_ spec: V1.VirtualMachineInstanceSpec) {
    let strategy = spec.evictionStrategy ?? configuration.evictionStrategy
    switch strategy {
    case "None", "LiveMigrate", "LiveMigrateIfPossible", "External": break
    default:
      invalid(
        path("evictionStrategy"),
        "is \"\(strategy)\", must be None, LiveMigrate, LiveMigrateIfPossible or External")
    }
  }
}
