import Admission
import JSON
import Kube
import KubeClient
import VirtTypes

/// A change of a machine's state that its controller is asked for (`status.stateChangeRequests`).
enum StateChange {
  /// Starts an instance, which stays paused when `paused` says so.
  case start(isPaused: Bool = false)
  /// Ends the instance with this uid.
  case stop(uid: String)

  var json: JSONValue {
    switch self {
    case .start(let isPaused): isPaused ? ["action": "Start", "data": ["paused": "true"]] : ["action": "Start"]
    case .stop(let uid): ["action": "Stop", "uid": .string(uid)]
    }
  }
}

extension ObservedMachine {
  /// The patch of the status that asks for changes. Where others are asked for already, only a stop alone takes their
  /// place.
  ///
  /// v0.8.0's controller knows no such requests: one to a machine of its profile would stay for ever.
  func patch(asking changes: [StateChange]) throws(DecisionEnd) -> JSONPatch {
    if Profile(machineAnnotations: value.metadata.annotations) == .legacy {
      throw .refused(
        .stateConflict(
          "virtualmachine", value.metadata.name,
          "it was created as kubevirt.io/v1alpha2, and such machines can be started and stopped, but neither restarted "
            + "nor started paused; to restart it, delete its instance"))
    }
    let wanted = JSONValue.array(changes.map(\.json))
    if value.status.isEmptyJSON {
      return JSONPatch([.add(JSONPointer(["status"]), ["stateChangeRequests": wanted])])
    }
    let place = JSONPointer(["status", "stateChangeRequests"])
    var operations: [JSONPatch.Operation]
    if value.status.stateChangeRequests.isEmpty {
      operations = [.test(place, pending), .add(place, wanted)]
    } else {
      guard changes.count == 1, case .stop = changes[0] else {
        throw .refused(.internalFailure("unable to complete request: stop/start already underway"))
      }
      operations = [.test(place, pending), .replace(place, wanted)]
    }
    if value.status.startFailure != nil {
      operations.append(.remove(JSONPointer(["status", "startFailure"])))
    }
    return JSONPatch(operations)
  }

  /// The requests as stored; null for none.
  private var pending: JSONValue { object.value(at: "status", "stateChangeRequests") ?? .null }

  /// The patch of the spec that switches the machine on or off for good, in the member that it uses.
  func patch(switchingOn isOn: Bool) -> JSONPatch {
    let usesStrategy = value.spec.runStrategy != nil
    let place = JSONPointer(["spec", usesStrategy ? "runStrategy" : "running"])
    let present = object.value(at: "spec", usesStrategy ? "runStrategy" : "running") ?? .null
    let wanted: JSONValue =
      usesStrategy ? .string((isOn ? RunStrategy.always : .halted).text) : .bool(isOn)
    return JSONPatch([
      .test(place, present), present.isNull ? .add(place, wanted) : .replace(place, wanted),
    ])
  }
}

extension MachineRequest {
  /// Sends a patch whose tests say what was observed.
  ///
  /// - Parameter passesRefusals: whether what admission has against it is answered as it is; else it is an internal
  ///   error, for the client's request itself was in order.
  func submit(
    _ patch: JSONPatch, to path: ResourcePath, kind: String = "virtualmachine", isDryRun: Bool,
    passesRefusals: Bool = false, _ journal: inout WriteJournal
  ) throws(DecisionEnd) {
    let write = ObjectWrite(path, .patch(.json(patch)), options: WriteOptions(isDryRun: isDryRun))
    guard case .failure(let error) = try perform(write, &journal) else { return }
    if error.isLostRace {
      throw .refused(.stateConflict(kind, name, "it has changed in the meantime: \(error)"))
    }
    if passesRefusals, case .status(let status) = error, status.code == 422 { throw .refused(status) }
    throw .refused(.internalFailure("\(error)"))
  }

  func perform(_ write: ObjectWrite, _ journal: inout WriteJournal) throws(DecisionEnd) -> WriteOutcome {
    do throws(WriteInterruption) {
      return try journal.perform(write)
    } catch {
      throw .needs(error)
    }
  }
}

extension KubernetesError {
  /// What API servers say when a test of a JSON patch failed: they name no object, for none was looked at.
  private static let patchRefusal = "the server rejected our request due to an error in our request"

  /// Whether the object is no longer what it was when it was read.
  var isLostRace: Bool {
    if isConflict { return true }
    guard case .status(let status) = self, status.code == 422, status.reason == .invalid else { return false }
    return status.message.contains(Self.patchRefusal)
  }
}
