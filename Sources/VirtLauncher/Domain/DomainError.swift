/// Why no domain can be made of an instance.
public enum DomainError: Error, Sendable, Hashable {
  /// A member of the instance that has to have another form; the path is that of the specification.
  case malformed(field: String, reason: String)
  /// What the launcher cannot give to a guest.
  case unsupported(field: String, reason: String)
  /// A disk without a volume of its name.
  case volumeMissing(disk: String)
  /// An interface without a network of its name.
  case networkMissing(interface: String)
  /// Device plugins gave fewer devices of a resource than the instance names.
  case deviceMissing(name: String, resource: String)
  /// The container has fewer CPUs of its own than the guest needs.
  case tooFewCPUs(needed: Int, available: Int)
  /// The node cannot run the guest: no KVM and no permission to emulate, or firmware that is not installed.
  case notAvailable(String)
}

extension DomainError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .malformed(let field, let reason): "\(field) \(reason)"
    case .unsupported(let field, let reason): "\(field) cannot be given to the guest: \(reason)"
    case .volumeMissing(let disk): "disk \(disk) has no volume of that name"
    case .networkMissing(let interface): "interface \(interface) has no network of that name"
    case .deviceMissing(let name, let resource):
      "device \(name) asks for \(resource), of which the node's device plugin gave no more to this pod"
    case .tooFewCPUs(let needed, let available):
      "the guest and its threads need \(needed) CPUs of their own, and the container has \(available)"
    case .notAvailable(let what): what
    }
  }
}
