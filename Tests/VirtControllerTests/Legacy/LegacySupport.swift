import Admission
import JSON
import Kube
import KubeClient
import Testing
import VirtTypes

@testable import VirtController

/// A round of a legacy reconciler against an API server that refuses what the test says.
struct LegacyRound {
  var reads: [String] = []
  var writes: [String] = []
  /// What the writes carried.
  var objects: [JSONValue] = []
  var events: [String] = []
  var requeue: Requeue

  /// - Parameters:
  ///   - refusing: writes that fail with the code, as "verb resource".
  ///   - live: what a read past the caches finds.
  init<R: Reconciler>(
    _ reconciler: R, _ observation: R.Observation, refusing: [String: Int32] = [:], live: JSONValue? = nil,
    context: ReconcileContext = .legacy
  ) {
    let (requeue, journal) = WriteJournal.run(performing: { write -> WriteOutcome in
      if let code = refusing[Self.name(write)] {
        return .failure(.status(.failure(code == 404 ? .notFound : .internalError, code: code, message: "refused")))
      }
      switch write.operation {
      case .get: return .success(live ?? .null)
      case .list: return .success(["items": []])
      case .create(var object):
        if object.value(at: "metadata", "name")?.string == nil { object["metadata"]?["name"] = "made" }
        return .success(object)
      case .change(_, let wanted): return .success(wanted)
      default: return .success(.null)
      }
    }) { journal throws(WriteInterruption) in try reconciler.reconcile(observation, in: context, &journal) }
    self.requeue = requeue
    for (write, _) in journal.history {
      if case .get = write.operation {
        reads.append(write.path.resource.resource)
        continue
      }
      writes.append(Self.name(write))
      switch write.operation {
      case .create(let object), .change(_, let object), .patch(.merge(let object)): objects.append(object)
      default: objects.append(.null)
      }
    }
    events = journal.events.map(\.reason)
  }

  private static func name(_ write: ObjectWrite) -> String {
    let verb =
      switch write.operation {
      case .get: "get"
      case .list: "list"
      case .create: "create"
      case .change: "change"
      case .patch: "patch"
      case .delete: "delete"
      }
    let place = [write.path.resource.resource, write.path.subresource].compactMap { $0 }.joined(separator: "/")
    return "\(verb) \(place)"
  }
}

extension ReconcileContext {
  static var legacy: ReconcileContext {
    var settings = ControllerSettings()
    settings.launcherImage = "docker.io/kubevirt/virt-launcher:v0.8.0"
    return ReconcileContext(now: Timestamp(seconds: 1_538_537_951), seed: 7, settings: settings)
  }
}

/// An object of v1alpha2 as the caches have it.
func stored<Object: JSONStructure>(_ text: String, as _: Object.Type = Object.self) throws -> Object {
  try stored(JSONValue(parsing: text))
}

func stored<Object: JSONStructure>(_ legacy: JSONValue) throws -> Object {
  try Object(json: Conversion.convert(legacy, to: "kubevirt.io/v1").jsonBytes(), options: .lenient)
}
