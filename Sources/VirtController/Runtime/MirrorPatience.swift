import JSON
import Kube
import KubeClient

/// How long a machine may wait before it looks at a change that it only repeats in its status.
///
/// The start of an instance goes through several states within moments. A machine that repeated each would be written as
/// often, for nobody. Nothing that is decided waits: an instance that ends or is to be deleted, that changes its owner or
/// its spec, and every wish of a user.
enum MirrorPatience {
  /// While an instance starts as it should, its machine is Starting, as it says already. A start mostly takes less.
  static let starting = Duration.seconds(3)
  /// What a user waits for, or has to look after, comes sooner, with what follows from it.
  static let notable = Duration.milliseconds(250)

  /// Conditions by which an instance says that its start is held up.
  private static let obstacles: Set = ["PodScheduled", "Synchronized", "Provisioning", "Paused"]

  /// Members of a machine's status that nobody else writes.
  private static let ownMembers = [
    "created", "ready", "printableStatus", "conditions", "observedGeneration", "desiredGeneration", "runStrategy",
    "startFailure", "stateChangeRequests",
  ]
  /// Members of an object's metadata that change with writes of its status.
  private static let passedOver = ["resourceVersion", "generation", "managedFields"]

  static func machine(_ observed: ObservedChange) -> Duration {
    guard case .updated = observed.change, let old = observed.states.first, let new = observed.states.last,
      old["spec"] == new["spec"], metadata(old) == metadata(new), requests(new).allSatisfy(requests(old).contains)
    else { return .zero }
    return rest(old) == rest(new) ? starting : .zero
  }

  static func instance(_ observed: ObservedChange) -> Duration {
    guard let new = observed.states.last, !new.controllers.isEmpty,
      new.value(at: "metadata", "deletionTimestamp") == nil
    else { return .zero }
    switch observed.change {
    case .deleted: return .zero
    case .added, .resynced: break
    case .updated:
      guard let old = observed.states.first, old["spec"] == new["spec"],
        old.value(at: "metadata", "ownerReferences") == new.value(at: "metadata", "ownerReferences")
      else { return .zero }
    }
    switch new.value(at: "status", "phase")?.string ?? "" {
    case "", "Pending", "Scheduling", "Scheduled":
      let conditions = new.value(at: "status", "conditions")?.array ?? []
      return conditions.contains { obstacles.contains($0["type"]?.string ?? "") } ? notable : starting
    case "Running": return notable
    default: return .zero
    }
  }

  private static func requests(_ machine: JSONValue) -> [JSONValue] {
    machine.value(at: "status", "stateChangeRequests")?.array ?? []
  }

  private static func metadata(_ machine: JSONValue) -> JSONValue {
    var metadata = machine["metadata"] ?? .null
    for member in passedOver where metadata[member] != nil { metadata[member] = nil }
    return metadata
  }

  /// The status without what is the controller's.
  private static func rest(_ machine: JSONValue) -> JSONValue {
    var status = machine["status"] ?? .object([:])
    for member in ownMembers where status[member] != nil { status[member] = nil }
    return status
  }
}
