import VirtTypes

/// Keys and passwords that are put into the guest: each has one kind, one source and one way in.
extension SpecRules {
  mutating func checkAccessCredentials(_ spec: V1.VirtualMachineInstanceSpec) {
    guard !spec.accessCredentials.isEmpty else { return }
    let hasNoCloud = spec.volumes.contains { $0.cloudInitNoCloud != nil }
    let hasConfigDrive = spec.volumes.contains { $0.cloudInitConfigDrive != nil }
    for index in spec.accessCredentials.indices {
      let credential = spec.accessCredentials[index]
      if let key = credential.sshPublicKey { check(key, index, hasNoCloud: hasNoCloud, hasConfigDrive: hasConfigDrive) }
      if let password = credential.userPassword { check(password, index) }
      if count(credential.sshPublicKey != nil, credential.userPassword != nil) != 1 {
        invalid(path("accessCredentials[\(index)]"), "must have exactly one of sshPublicKey and userPassword")
      }
    }
  }

  private mutating func check(
    _ key: V1.SSHPublicKeyAccessCredential, _ index: Int, hasNoCloud: Bool, hasConfigDrive: Bool
  ) {
    let field = "accessCredentials[\(index)].sshPublicKey"
    let method = key.propagationMethod
    if method.noCloud != nil, !hasNoCloud {
      invalid(path("\(field).propagationMethod"), "is noCloud, which needs a cloudInitNoCloud volume")
    }
    if method.configDrive != nil, !hasConfigDrive {
      invalid(path("\(field).propagationMethod"), "is configDrive, which needs a cloudInitConfigDrive volume")
    }
    if let agent = method.qemuGuestAgent, agent.users.isEmpty {
      invalid(path("\(field).propagationMethod.qemuGuestAgent.users"), "must name at least one user of the guest")
    }
    if key.source.secret == nil { invalid(path("\(field).source"), "must have a source, a secret") }
    if count(method.qemuGuestAgent != nil, method.noCloud != nil, method.configDrive != nil) != 1 {
      invalid(
        path("\(field).propagationMethod"), "must have exactly one of qemuGuestAgent, noCloud and configDrive")
    }
  }

  private mutating func check(_ password: V1.UserPasswordAccessCredential, _ index: Int) {
    let field = "accessCredentials[\(index)].userPassword"
    if password.source.secret == nil { invalid(path("\(field).source"), "must have a source, a secret") }
    if password.propagationMethod.qemuGuestAgent == nil {
      invalid(path("\(field).propagationMethod"), "must be qemuGuestAgent")
    }
  }
}
