import JSON
import Kube
import Testing

@testable import KubeClient

@Suite struct ControllerClaimTests {
  private let owner = ControllerClaimTests.reference("owner", isController: true)

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

  private static func reference(_ uid: String, isController: Bool) -> OwnerReference {
    var reference = OwnerReference()
    reference.uid = uid
    if isController { reference.controller = true }
    return reference
  }

  /// The metadata that a patch says.
  private func members(_ patch: ObjectPatch) -> JSONValue? {
    guard case .merge(let value) = patch else { return nil }
    return value["metadata"]
  }

  private func references(_ patch: ObjectPatch) -> [String] {
    members(patch)?["ownerReferences"]?.array?.compactMap { $0["uid"]?.string } ?? []
  }

  @Test func aControllersReferenceHoldsUpItsDeletion() {
    let reference = OwnerReference(controller: "kubevirt.io/v1", kind: "VirtualMachine", metadata())
    #expect(
      reference.jsonTree
        == [
          "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachine", "name": "vmi", "uid": "object", "controller": true,
          "blockOwnerDeletion": true,
        ])
    #expect(metadata([owner]).controllerReference == owner)
    #expect(metadata([Self.reference("friend", isController: false)]).controllerReference == nil)
  }

  @Test func ownsWhatIsItsAndMatches() throws {
    #expect(try claim().decide(metadata([owner])) == .own)
    #expect(try claim(isOwnerBeingDeleted: true).decide(metadata([owner])) == .own)
  }

  @Test func adoptsAnOrphanThatMatches() throws {
    let claim = try claim()
    for present in [[], [Self.reference("friend", isController: false)]] {
      let metadata = metadata(present)
      #expect(claim.decide(metadata) == .adopt)
      let patch = claim.adoption(of: metadata)
      #expect(references(patch) == present.map(\.uid) + ["owner"])
      #expect(members(patch)?["uid"] == "object")
      #expect(members(patch)?["resourceVersion"] == nil)
      #expect(members(claim.adoption(of: metadata, testsVersion: true))?["resourceVersion"] == "7")
    }
  }

  @Test func onlyALivingOwnerMayAdopt() throws {
    let claim = try claim()
    #expect(claim.refusalToAdopt(["metadata": ["uid": "owner"]]) == nil)
    #expect(claim.refusalToAdopt(["metadata": ["uid": "another"]]) != nil)
    #expect(
      claim.refusalToAdopt(["metadata": ["uid": "owner", "deletionTimestamp": "2026-01-01T00:00:00Z"]]) != nil)
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
    let metadata = metadata(app: "y", [Self.reference("friend", isController: false), owner])
    #expect(try claim().decide(metadata) == .release)
    #expect(references(try claim().release(of: metadata)) == ["friend"])
    #expect(try claim(isOwnerBeingDeleted: true).decide(metadata) == .ignore)
  }

  @Test func anothersObjectsStayAnothers() throws {
    #expect(try claim().decide(metadata([Self.reference("other", isController: true)])) == .foreign)
    let byName = ControllerClaim(
      owner: owner, namespace: "default", selection: .name("vmi"), isOwnerBeingDeleted: false)
    #expect(byName.decide(metadata(app: "anything")) == .adopt)
    #expect(byName.decide(metadata([Self.reference("other", isController: true)])) == .foreign)
  }
}
