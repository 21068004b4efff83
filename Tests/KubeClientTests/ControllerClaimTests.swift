import JSON
import Kube
import Testing

@testable import KubeClient

@Suite struct ControllerClaimTests {
  private let owner = OwnerReference.controller(
    GroupVersionKind(group: "kubevirt.io", version: "v1", kind: "VirtualMachineInstanceReplicaSet"), name: "set",
    uid: "owner")

  private func claim(isOwnerBeingDeleted: Bool = false) throws -> ControllerClaim {
    let selector = try Selector(matchLabels: [(key: "app", value: "x")], matchExpressions: [])
    return ControllerClaim(
      owner: owner, namespace: "default", selection: .labels(selector), isOwnerBeingDeleted: isOwnerBeingDeleted)
  }

  private func metadata(app: String = "x", namespace: String = "default", _ references: [OwnerReference] = [])
    -> ObjectMeta
  {
    var metadata = ObjectMeta()
    metadata.name = "vmi"
    metadata.namespace = namespace
    metadata.uid = "object"
    metadata.resourceVersion = "7"
    metadata.labels = ["app": app]
    metadata.ownerReferences = references
    return metadata
  }

  private func reference(_ uid: String, isController: Bool) -> OwnerReference {
    var reference = OwnerReference()
    reference.uid = uid
    if isController { reference.controller = true }
    return reference
  }

  /// The references after a patch.
  private func references(_ metadata: ObjectMeta, _ patch: JSONPatch) throws -> [String] {
    let object: JSONValue = ["metadata": metadata.jsonTree]
    let patched = try patch.applied(to: object)
    return (patched.value(at: "metadata", "ownerReferences")?.array ?? []).compactMap { $0["uid"]?.string }
  }

  @Test func ownsWhatIsItsAndMatches() throws {
    #expect(try claim().decide(metadata([owner])) == .own)
    #expect(try claim(isOwnerBeingDeleted: true).decide(metadata([owner])) == .own)
  }

  @Test func adoptsAnOrphanThatMatches() throws {
    for present in [[], [reference("friend", isController: false)]] {
      let metadata = metadata(present)
      guard case .adopt(let patch) = try claim().decide(metadata) else {
        Issue.record("not adopted")
        continue
      }
      #expect(try references(metadata, patch) == present.map(\.uid) + ["owner"])
      var other = metadata
      other.uid = "another"
      #expect(throws: JSONPatchError.self) { try references(other, patch) }
    }
    var live = ObjectMeta()
    live.uid = "owner"
    #expect(try claim().mayAdopt(live))
    live.deletionTimestamp = Timestamp()
    #expect(try !claim().mayAdopt(live))
  }

  @Test func leavesOrphansAloneThatItMayNotHave() throws {
    #expect(try claim().decide(metadata(app: "y")) == .ignore)
    #expect(try claim().decide(metadata(namespace: "other")) == .ignore)
    #expect(try claim(isOwnerBeingDeleted: true).decide(metadata()) == .ignore)
    var dying = metadata()
    dying.deletionTimestamp = Timestamp()
    #expect(try claim().decide(dying) == .ignore)
  }

  @Test func releasesWhatNoLongerMatches() throws {
    let metadata = metadata(app: "y", [reference("friend", isController: false), owner])
    guard case .release(let patch) = try claim().decide(metadata) else {
      Issue.record("not released")
      return
    }
    #expect(try references(metadata, patch) == ["friend"])
    #expect(try claim(isOwnerBeingDeleted: true).decide(metadata) == .ignore)
  }

  @Test func anothersObjectsStayAnothers() throws {
    #expect(try claim().decide(metadata([reference("other", isController: true)])) == .foreign)
    let byName = ControllerClaim(
      owner: owner, namespace: "default", selection: .name("vmi"), isOwnerBeingDeleted: false)
    if case .adopt = byName.decide(metadata(app: "anything")) {} else { Issue.record("not adopted") }
    #expect(byName.decide(metadata([reference("other", isController: true)])) == .foreign)
  }
}
