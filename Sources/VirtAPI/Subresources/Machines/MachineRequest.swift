import Admission
import JSON
import Kube
import KubeClient
import VirtTypes

/// A request to a machine, with all that it is decided by, read afresh for it.
public struct MachineRequest: Sendable {
  public var namespace: String
  public var name: String
  /// The body as it came, YAML or JSON; empty for none.
  public var body: [UInt8]
  /// As stored, in version v1; nil when there is none.
  public var machine: JSONValue?
  /// The instance of the machine's name; nil when there is none.
  public var instance: JSONValue?
  /// The pods that carry the instance's uid as label `kubevirt.io/created-by`; only where
  /// `MachineSubresource.readsPods` says so.
  public var pods: [JSONValue]
  public var configuration: ClusterConfiguration

  public init(
    namespace: String, name: String, body: [UInt8] = [], machine: JSONValue?, instance: JSONValue? = nil,
    pods: [JSONValue] = [], configuration: ClusterConfiguration = ClusterConfiguration()
  ) {
    self.namespace = namespace
    self.name = name
    self.body = body
    self.machine = machine
    self.instance = instance
    self.pods = pods
    self.configuration = configuration
  }
}

extension MachineRequest {
  static let machines = GroupVersionResource(group: "kubevirt.io", version: "v1", resource: "virtualmachines")
  static let instances = GroupVersionResource(
    group: "kubevirt.io", version: "v1", resource: "virtualmachineinstances")
  static let migrations = GroupVersionResource(
    group: "kubevirt.io", version: "v1", resource: "virtualmachineinstancemigrations")
  static let pods = GroupVersionResource(version: "v1", resource: "pods")

  func path(_ resource: GroupVersionResource, name: String? = nil, subresource: String? = nil) -> ResourcePath {
    ResourcePath(resource, namespace: namespace, name: name ?? self.name, subresource: subresource)
  }

  /// The machine; ends the decision with 404 without one.
  func observedMachine() throws(DecisionEnd) -> ObservedMachine {
    guard let machine else { throw .refused(.noSuchObject("virtualmachine", name)) }
    return ObservedMachine(object: machine, value: try decoded(machine, "machine"))
  }

  /// The instance; nil without one.
  func observedInstance() throws(DecisionEnd) -> ObservedInstance? {
    guard let instance else { return nil }
    return ObservedInstance(value: try decoded(instance, "instance"))
  }

  private func decoded<Object: JSONStructure>(_ object: JSONValue, _ what: String) throws(DecisionEnd) -> Object {
    do {
      return try Object(json: object.jsonBytes(), options: .lenient)
    } catch {
      throw .refused(.internalFailure("the stored \(what) can't be read: \(error)"))
    }
  }
}

/// A machine as stored, and what it says.
struct ObservedMachine {
  /// The stored form, which tests of patches are about.
  let object: JSONValue
  let value: V1.VirtualMachine

  var runStrategy: RunStrategy {
    if let text = value.spec.runStrategy { return RunStrategy(rawValue: text) }
    return value.spec.running == true ? .always : .halted
  }

  func hasCondition(_ type: String) -> Bool {
    value.status.conditions.contains { $0.type == type && $0.status == "True" }
  }
}

/// When a machine's instance is to run (`spec.runStrategy`).
enum RunStrategy: Hashable {
  case always, rerunOnFailure, manual, halted, once
  /// Waits for a migration into it, or a value that is not known here.
  case other(String)

  init(rawValue: String) {
    switch rawValue {
    case "Always": self = .always
    case "RerunOnFailure": self = .rerunOnFailure
    case "Manual": self = .manual
    case "Halted": self = .halted
    case "Once": self = .once
    default: self = .other(rawValue)
    }
  }

  var text: String {
    switch self {
    case .always: "Always"
    case .rerunOnFailure: "RerunOnFailure"
    case .manual: "Manual"
    case .halted: "Halted"
    case .once: "Once"
    case .other(let text): text
    }
  }
}

/// An instance, and what its phase means here.
struct ObservedInstance {
  let value: V1.VirtualMachineInstance

  var phase: String { value.status.phase }
  var uid: String { value.metadata.uid }
  /// Whether it has ended, one way or another.
  var isFinal: Bool { phase == "Succeeded" || phase == "Failed" }
  /// Whether it runs or is about to; an instance whose phase is not known does not count.
  var isUnderway: Bool { !isFinal && !phase.isEmpty && phase != "Unknown" }
}
