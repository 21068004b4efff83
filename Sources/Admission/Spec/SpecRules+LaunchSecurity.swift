import VirtTypes

/// Guests whose memory the host can't read.
extension SpecRules {
  mutating func checkLaunchSecurity(_ spec: V1.VirtualMachineInstanceSpec) {
    guard let security = spec.domain.launchSecurity else { return }
    switch spec.architecture {
    case "amd64": check(security, spec)
    case "s390x":
      if !configuration.allows(.secureExecution) { refuseLaunchSecurity(needs(.secureExecution)) }
    default:
      invalid(
        path("architecture"), "is \"\(spec.architecture)\", must be amd64 or s390x for domain.launchSecurity")
    }
  }

  private mutating func check(_ security: V1.LaunchSecurity, _ spec: V1.VirtualMachineInstanceSpec) {
    if count(security.sev != nil, security.snp != nil, security.tdx != nil) != 1 {
      add(
        .forbidden, path("launchSecurity"), place: path.domain("launchSecurity"),
        "must have exactly one of sev, snp and tdx")
      return
    }
    let gate: FeatureGate = security.tdx != nil ? .workloadEncryptionTDX : .workloadEncryptionSEV
    guard configuration.allows(gate) else { return refuseLaunchSecurity(needs(gate)) }
    if security.tdx != nil, isOn(spec.domain.features?.smm) {
      refuseLaunchSecurity("as tdx can't be together with features.smm")
    }
    checkBootLoader(spec.domain.firmware?.bootloader?.efi, security)
    if security.sev?.attestation != nil, spec.startStrategy != "Paused" {
      refuseLaunchSecurity("with sev.attestation needs startStrategy Paused, so that the guest can be attested first")
    }
    let interfaces = spec.domain.devices.interfaces
    for index in interfaces.indices where interfaces[index].bootOrder != nil {
      refuseLaunchSecurity("can't be together with the boot order of interface \"\(interfaces[index].name)\"")
    }
  }

  private mutating func checkBootLoader(_ efi: V1.EFI?, _ security: V1.LaunchSecurity) {
    guard let efi else { return refuseLaunchSecurity("needs firmware.bootloader.efi") }
    if security.tdx == nil, efi.isSecureBootOn { refuseLaunchSecurity("needs secureBoot to be false") }
    if security.sev == nil, efi.isPersistent { refuseLaunchSecurity("needs efi.persistent to be false") }
  }

  private mutating func refuseLaunchSecurity(_ what: String) {
    add(.invalid, path("launchSecurity"), place: path.domain("launchSecurity"), what)
  }
}
