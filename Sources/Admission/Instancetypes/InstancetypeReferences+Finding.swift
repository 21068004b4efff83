import JSON
import Kube
import VirtTypes

extension InstancetypeReferences {
  /// What a machine refers to, outside of an admission review: by the rules that admission has.
  ///
  /// - Parameter lookUp: the objects that a reference points to; none where there is no such object.
  public static func find(
    for machine: V1.VirtualMachine, lookUp: (ObjectReference) -> [JSONValue]
  ) -> InstancetypeReferences {
    if machine.spec.instancetype == nil && machine.spec.preference == nil { return InstancetypeReferences() }
    var environment = AdmissionEnvironment(snapshot: ClusterSnapshot(), makeUUID: { "" }, now: Timestamp())
    for _ in 0..<mostRounds {
      let reading = ObjectReading(AdmissionRequest(), UnsafeRawBufferPointer(start: nil, count: 0), environment)
      do throws(Decided) {
        return try InstancetypeLookup(reading: reading).find(for: machine)
      } catch {
        guard case .needs(let references) = error.verdict else { break }
        for reference in references { environment.found.insert(reference, lookUp(reference)) }
      }
    }
    return InstancetypeReferences()
  }

  /// A look-up leads to another one at most a few times.
  private static let mostRounds = 8
}
