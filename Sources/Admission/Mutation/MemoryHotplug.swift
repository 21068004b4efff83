import Kube
import VirtTypes

/// Whether memory can be added to a running instance.
enum MemoryHotplug {
  private static let mebibyte: Int64 = 1 << 20
  private static let gibibyte: Int64 = 1 << 30

  /// What stands in the way, as a message; nil when nothing does.
  static func obstacle(_ spec: V1.VirtualMachineInstanceSpec) -> String? {
    obstacle(spec, maxGuest: spec.domain.memory?.maxGuest)
  }

  /// What would stand in the way with that most memory.
  static func obstacle(_ spec: V1.VirtualMachineInstanceSpec, maxGuest: Quantity?) -> String? {
    let domain = spec.domain
    if domain.cpu?.realtime != nil { return "memory hotplug is not possible with realtime CPUs" }
    if domain.cpu?.numa?.guestMappingPassthrough != nil {
      return "memory hotplug is not possible with NUMA guestMappingPassthrough"
    }
    if domain.launchSecurity != nil { return "memory hotplug is not possible with launchSecurity" }
    guard let guest = domain.memory?.guest else { return "memory hotplug needs domain.memory.guest" }
    guard let maxGuest else { return "memory hotplug needs domain.memory.maxGuest" }
    if guest.compare(to: maxGuest) > 0 {
      return "domain.memory.guest (\(guest)) must be at most domain.memory.maxGuest (\(maxGuest))"
    }
    let alignment = alignment(domain.memory?.hugepages)
    if guest.valueZeroOnOverflow % alignment != 0 {
      return "domain.memory.guest (\(guest)) must be a multiple of \(Quantity(bytes: alignment)) for memory hotplug"
    }
    if maxGuest.valueZeroOnOverflow % alignment != 0 {
      return "domain.memory.maxGuest (\(maxGuest)) must be a multiple of \(Quantity(bytes: alignment))"
    }
    if spec.architecture != Architecture.amd64.rawValue {
      return "memory hotplug is possible on amd64 only, not on \(spec.architecture)"
    }
    if guest.valueZeroOnOverflow < gibibyte {
      return "memory hotplug needs at least 1Gi of domain.memory.guest, not \(guest)"
    }
    return nil
  }

  private static func alignment(_ hugepages: V1.Hugepages?) -> Int64 {
    hugepages?.pageSize == "1Gi" ? gibibyte : 2 * mebibyte
  }
}
