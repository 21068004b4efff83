import Admission
import VirtTypes
import XML

/// The domain of an instance in the current profile (v1.8.4's); each family of devices extends it in a file of its own.
struct CurrentDomain {
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
