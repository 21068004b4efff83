import JSON
import KubeClient
import Testing

@testable import VirtController

@Suite struct MirrorPatienceTests {
  private static func instance(
    phase: String, conditions: [JSONValue] = [], metadata: JSONObject = [:], spec: JSONValue = [:]
  ) -> CachedObject {
    var metadata = metadata
    metadata["name"] = "vm"
    metadata["uid"] = "i"
    metadata["ownerReferences"] = [["kind": "VirtualMachine", "name": "vm", "uid": "m", "controller": true]]
    return CachedObject([
      "metadata": .object(metadata), "spec": spec,
      "status": ["phase": .string(phase), "conditions": .array(conditions)],
    ])
  }

  private static func machine(_ status: JSONValue, strategy: String = "Manual", version: String = "1") -> CachedObject {
    CachedObject([
      "metadata": ["name": "vm", "uid": "m", "resourceVersion": .string(version)],
      "spec": ["runStrategy": .string(strategy)], "status": status,
    ])
  }

  private static func patience(_ old: CachedObject, _ new: CachedObject) -> Duration {
    MirrorPatience.instance(ObservedChange(.updated(old: old, new: new)))
  }

  @Test func theStagesOfAStartAreNotRepeatedOneByOne() {
    #expect(MirrorPatience.instance(ObservedChange(.added(Self.instance(phase: "")))) == MirrorPatience.starting)
    #expect(
      Self.patience(Self.instance(phase: "Pending"), Self.instance(phase: "Scheduling")) == MirrorPatience.starting)
    #expect(
      Self.patience(Self.instance(phase: "Scheduled"), Self.instance(phase: "Running")) == MirrorPatience.notable)
  }

  @Test func whatHoldsAStartUpIsToldSoon() {
    let stuck = Self.instance(phase: "Scheduling", conditions: [["type": "PodScheduled", "status": "False"]])
    #expect(Self.patience(Self.instance(phase: "Scheduling"), stuck) == MirrorPatience.notable)
  }

  @Test(arguments: ["Succeeded", "Failed", "Unknown"]) func theEndOfAnInstanceIsLookedAtAtOnce(phase: String) {
    #expect(Self.patience(Self.instance(phase: "Running"), Self.instance(phase: phase)) == .zero)
  }

  @Test func deletionsAndChangesOfTheSpecAreLookedAtAtOnce() {
    let running = Self.instance(phase: "Running")
    let leaving = Self.instance(phase: "Running", metadata: ["deletionTimestamp": "2026-01-01T00:00:00Z"])
    #expect(Self.patience(running, leaving) == .zero)
    #expect(Self.patience(running, Self.instance(phase: "Running", spec: ["domain": [:]])) == .zero)
    #expect(MirrorPatience.instance(ObservedChange(.deleted(running))) == .zero)
  }

  @Test func instancesThatNobodyControlsAreLookedAtAtOnce() {
    let orphan = CachedObject(["metadata": ["name": "vm", "uid": "i"], "status": ["phase": "Running"]])
    #expect(MirrorPatience.instance(ObservedChange(.added(orphan))) == .zero)
  }

  @Test func aMachinesOwnStatusCallsForNothing() {
    let before = Self.machine(["printableStatus": "Stopped", "stateChangeRequests": [["action": "Start"]]])
    let after = Self.machine(["printableStatus": "Starting", "created": true], version: "2")
    #expect(MirrorPatience.machine(ObservedChange(.updated(old: before, new: after))) == MirrorPatience.starting)
  }

  @Test func everyWishOfAUserIsLookedAtAtOnce() {
    let before = Self.machine(["printableStatus": "Stopped"])
    for after in [
      Self.machine(["printableStatus": "Stopped", "stateChangeRequests": [["action": "Start"]]]),
      Self.machine(["printableStatus": "Stopped"], strategy: "Always"),
      Self.machine(["printableStatus": "Stopped", "memoryDumpRequest": ["claimName": "dump"]]),
    ] {
      #expect(MirrorPatience.machine(ObservedChange(.updated(old: before, new: after))) == .zero)
    }
    #expect(MirrorPatience.machine(ObservedChange(.added(before))) == .zero)
  }

  @Test func anInstanceThatWeMakeCarriesTheObservedVersions() throws {
    let path = { ResourcePath($0, namespace: "default") }
    let object: JSONValue = ["metadata": ["name": "vm", "annotations": ["a": "b"]]]
    let made = ObservedVersions.noting(in: ObjectWrite(path(Resources.virtualMachineInstances), .create(object)))
    guard case .create(let sent) = made.operation else { throw CancellationError() }
    #expect(sent.value(at: "metadata", "annotations", KubeVirtNames.storageObservedAPIVersion) == "v1")
    #expect(sent.value(at: "metadata", "annotations", "a") == "b")
    let legacy = ObjectWrite(path(LegacyForm.resource), .create(object))
    #expect(ObservedVersions.noting(in: legacy) == legacy)
  }
}
