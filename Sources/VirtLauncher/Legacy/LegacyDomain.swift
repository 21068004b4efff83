import VirtTypes
import XML

/// The domain of an instance in the legacy profile (v0.8.0's).
struct LegacyDomain {
  let instance: V1.VirtualMachineInstance
  let environment: DomainEnvironment

  init(_ instance: V1.VirtualMachineInstance, _ environment: DomainEnvironment) {
    self.instance = instance
    self.environment = environment
  }

  func element() throws(DomainError) -> XMLElement {
    XMLElement("domain", ["type": environment.usesKVM ? "kvm" : "qemu"])
  }
}
