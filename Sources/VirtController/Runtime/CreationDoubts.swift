import JSON
import Kube
import KubeClient

/// Whether objects were made that the caches do not show, beyond what was promised by answers.
///
/// An object that gets its name from the server is made once more by every create. So one that has got no answer may not
/// simply be sent again; and neither may the first ones of a new leader, whose caches may be older than the last writes of
/// the leader before it. In both cases the server is asked what there is, and the decision is made anew once the caches
/// have it. Creates of given names need none of that: the server refuses the second.
public struct CreationDoubts: Sendable {
  /// The lists that show what came of the creates without an answer, by what was decided on.
  private var open: [NamespacedName: Set<ObjectWrite>] = [:]
  /// A version of each resource that is later than all that was written before we led.
  private var beginnings: [GroupVersionResource: String] = [:]

  public init() {}

  /// What is to be asked before a write is sent; empty when nothing is in doubt.
  ///
  /// - Parameter observed: what the caches had shown when the decision that asks for the write read them.
  public func questions(
    before write: ObjectWrite, for key: NamespacedName, observed: ShownVersions
  ) -> Set<ObjectWrite> {
    guard let question = Self.question(about: write) else { return [] }
    let resource = question.path.resource
    var questions = (open[key] ?? []).filter { $0.path.resource == resource }
    if beginnings[resource].map({ observed.has($0, resource) }) != true { questions.insert(question) }
    return questions
  }

  /// Takes the answer to a question: the caches are expected to show what there is.
  /// - Returns: whether they had shown all of it when the decision read them. If not, it is to be made anew.
  public mutating func settle(
    _ question: ObjectWrite, _ answer: JSONValue, for key: NamespacedName, observed: ShownVersions,
    _ expectations: inout Expectations<NamespacedName>, now: Duration
  ) -> Bool {
    var isKnown = true
    let resource = question.path.resource
    if beginnings[resource] == nil, let version = answer.value(at: "metadata", "resourceVersion")?.string {
      beginnings[resource] = version
    }
    for item in answer["items"]?.array ?? [] {
      guard let version = item.value(at: "metadata", "resourceVersion")?.string else { continue }
      if !observed.has(version, resource) { isKnown = false }
      expectations.expect(.version(version, of: ObjectAddress(resource, NamespacedName(item))), for: key, now: now)
    }
    open[key]?.remove(question)
    if open[key]?.isEmpty == true { open[key] = nil }
    return isKnown
  }

  /// Takes what came of a write.
  public mutating func note(_ write: ObjectWrite, _ outcome: WriteOutcome, for key: NamespacedName) {
    guard case .failure(let error) = outcome, error.leavesOutcomeOpen, let question = Self.question(about: write)
    else { return }
    open[key, default: []].insert(question)
  }

  /// There is nothing left to be decided on under a key.
  public mutating func forget(_ key: NamespacedName) { open[key] = nil }

  /// The list that shows what a create has made; nil for writes that do not make the same twice.
  private static func question(about write: ObjectWrite) -> ObjectWrite? {
    guard case .create(let object) = write.operation, write.path.subresource == nil,
      object.value(at: "metadata", "name")?.string ?? "" == ""
    else { return nil }
    let labels = object.value(at: "metadata", "labels")?.object ?? [:]
    // What pods of an instance have in common for sure; their other labels may have been changed in between.
    let telling = labels[KubeVirtNames.createdBy].map { [KubeVirtNames.createdBy: $0] } ?? labels
    let selector = telling.map { "\($0.key)=\($0.value.string ?? "")" }.sorted().joined(separator: ",")
    return ObjectWrite(write.asCached.path, .list(labelSelector: selector))
  }
}
