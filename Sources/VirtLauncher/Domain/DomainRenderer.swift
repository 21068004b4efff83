import Admission
import VirtTypes
import XML

/// Makes libvirt's description of a guest out of an instance: a pure function of it and of what the launcher found.
public enum DomainRenderer {
  /// The domain as it is before the network is plugged in (tap devices, MAC addresses of the pod) and before the
  /// launcher's own metadata.
  public static func domain(
    for instance: V1.VirtualMachineInstance, in environment: DomainEnvironment
  ) throws(DomainError) -> XMLElement {
    switch Profile(instanceAnnotations: instance.metadata.annotations) {
    case .legacy: try LegacyDomain(instance, environment).element()
    case .current: try CurrentDomain(instance, environment).element()
    }
  }
}
