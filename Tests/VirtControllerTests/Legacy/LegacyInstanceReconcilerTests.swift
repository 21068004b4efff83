import JSON
import Kube
import KubeClient
import KubeTypes
import Testing
import VirtTypes

@testable import VirtController

@Suite struct LegacyInstanceReconcilerTests {
  private func instance(
    _ phase: String, deleted: Bool = false, annotations: String = "{}", volumes: String = "[]"
  ) throws -> V1.VirtualMachineInstance {
    try stored(
      """
      {"apiVersion":"kubevirt.io/v1alpha2","kind":"VirtualMachineInstance",
      "metadata":{"name":"vm","namespace":"default","uid":"i","annotations":\(annotations),
      "finalizers":["foregroundDeleteVirtualMachine","mine"]
      \(deleted ? #","deletionTimestamp":"2018-10-03T03:39:11Z""# : "")},
      "spec":{"domain":{"devices":{}},"volumes":\(volumes)},"status":{"phase":"\(phase)"}}
      """)
  }

  private func pod(
    _ name: String = "p", phase: String = "Running", owner: String = "virt-controller", isReady: Bool = true,
    terminating: Bool = false
  ) throws -> Core.Pod {
    try Core.Pod(
      json: """
        {"metadata":{"name":"\(name)","namespace":"default","uid":"\(name)",
        "labels":{"kubevirt.io":"virt-launcher","kubevirt.io/created-by":"i"},
        "annotations":{"kubevirt.io/owned-by":"\(owner)"}
        \(terminating ? #","deletionTimestamp":"2018-10-03T03:39:11Z""# : "")},
        "spec":{"nodeName":"node01"},"status":{"phase":"\(phase)","podIP":"10.0.0.7",
        "containerStatuses":[{"name":"compute","ready":\(isReady),"state":{"running":{}}}]}}
        """)
  }

  private func round(
    _ instance: V1.VirtualMachineInstance, _ pods: [Core.Pod] = [], dataVolumes: [JSONValue] = [],
    refusing: [String: Int32] = [:], live: V1.VirtualMachineInstance? = nil
  ) -> LegacyRound {
    LegacyRound(
      LegacyInstanceReconciler(),
      LegacyInstanceObservation(instance: instance, pods: pods, dataVolumes: dataVolumes), refusing: refusing,
      live: (live ?? instance).jsonTree)
  }

  private func phase(_ round: LegacyRound) -> String? { round.objects.last?.value(at: "status", "phase")?.string }

  @Test func aNewInstanceGetsItsPodAndIsPending() throws {
    let round = round(try instance(""))
    #expect(round.writes == ["create pods", "change virtualmachineinstances"])
    #expect(phase(round) == "Pending")
    // v0.8.0 knows no such members.
    #expect(round.objects[1]["status"] == ["phase": "Pending"])
  }

  @Test func noPodIsMadeForAnInstanceThatIsFurtherThanTheCachesKnow() throws {
    let round = round(try instance("Pending"), live: try instance("Scheduling"))
    #expect(round.reads == ["virtualmachineinstances"])
    #expect(round.writes == [])
    #expect(self.round(try instance("Pending"), live: try instance("Pending", deleted: true)).writes == [])
    #expect(self.round(try instance("Pending"), refusing: ["get virtualmachineinstances": 404]).writes == [])
  }

  @Test func aReadyPodIsHandedOverAndThenTheInstanceIsScheduled() throws {
    let handed = round(try instance("Scheduling"), [try pod()])
    #expect(handed.writes == ["change pods"])
    #expect(handed.events == ["SuccessfulHandOver"])
    let scheduled = round(try instance("Scheduling"), [try pod(owner: "virt-handler")])
    #expect(scheduled.writes == ["change virtualmachineinstances"])
    let wanted = scheduled.objects[0]
    #expect(wanted.value(at: "metadata", "labels", "kubevirt.io/nodeName") == "node01")
    #expect(
      wanted["status"] == ["phase": "Scheduled", "nodeName": "node01", "interfaces": [["ipAddress": "10.0.0.7"]]])
  }

  @Test func theControllerLeavesTheStatusToTheHandlerOnceItIsScheduled() throws {
    for phase in ["Scheduled", "Running"] {
      #expect(round(try instance(phase)).writes == [])
      #expect(round(try instance(phase), [try pod(phase: "Failed", owner: "virt-handler")]).writes == [])
    }
  }

  @Test func aLostPodFailsAnInstanceThatIsBeingScheduled() throws {
    #expect(phase(round(try instance("Scheduling"))) == "Failed")
    #expect(phase(round(try instance("Scheduling"), [try pod(phase: "Failed", isReady: false)])) == "Failed")
    #expect(phase(round(try instance("Scheduling"), [try pod(terminating: true)])) == "Failed")
  }

  @Test func theFinalizerGoesWithTheLastPod() throws {
    #expect(round(try instance("Failed", deleted: true), [try pod(terminating: true)]).writes == [])
    let round = round(try instance("Failed", deleted: true))
    #expect(round.objects.last?.value(at: "metadata", "finalizers") == ["mine"])
  }

  @Test func severalPodsAreLeftAloneUntilTheInstanceGoes() throws {
    let pods = [try pod("a"), try pod("b")]
    #expect(round(try instance("Scheduling"), pods).writes == [])
    #expect(round(try instance("Running", deleted: true), pods).writes == ["delete pods", "delete pods"])
  }

  @Test func podsOfOthersDoNotCount() throws {
    var other = try pod()
    other.metadata.labels?["kubevirt.io/created-by"] = "else"
    #expect(round(try instance("Pending"), [other]).writes == ["create pods"])
  }

  @Test func aStepThatFailedIsToldAndTriedAgain() throws {
    let round = round(try instance("Pending"), refusing: ["create pods": 500])
    #expect(round.writes == ["create pods", "change virtualmachineinstances"])
    let condition = round.objects[1].value(at: "status", "conditions")?.array?.first
    #expect(condition?["type"] == "Synchronized")
    #expect(condition?["reason"] == "FailedCreate")
    #expect(round.requeue == .after(LegacyInstanceReconciler.retryPause))
  }

  @Test func aPodThatCannotBeMadeIsToldAndTriedAgain() throws {
    let round = round(try instance("Pending", annotations: #"{"hooks.kubevirt.io/hookSidecars":"{"}"#))
    #expect(round.writes == ["change virtualmachineinstances"])
    #expect(round.requeue == .after(LegacyInstanceReconciler.retryPause))
  }

  @Test func aRefusedStatusIsPutBack() throws {
    let round = round(try instance("Scheduling"), refusing: ["change virtualmachineinstances": 409])
    guard case .backingOff = round.requeue else { return #expect(Bool(false)) }
  }

  @Test func aPhaseThatNobodyKnowsIsAnErrorAfterTheWork() throws {
    let round = round(try instance("Unknown", deleted: true), [try pod()])
    #expect(round.writes == ["delete pods"])
    guard case .backingOff = round.requeue else { return #expect(Bool(false)) }
  }

  @Test func thePodWaitsForEveryDataVolume() throws {
    let volumes = #"[{"name":"a","dataVolume":{"name":"a"}},{"name":"b","dataVolume":{"name":"b"}}]"#
    func state(_ name: String, _ phase: String) -> JSONValue {
      ["metadata": ["name": .string(name)], "status": ["phase": .string(phase)]]
    }
    let waiting = round(try instance("Pending", volumes: volumes), dataVolumes: [state("a", "Succeeded")])
    #expect(waiting.writes == [])
    let failed = round(
      try instance("Pending", volumes: volumes), dataVolumes: [state("a", "Succeeded"), state("b", "Failed")])
    #expect(phase(failed) == "Failed")
    #expect(failed.events == ["FailedDataVolumeImport"])
    let filled = round(
      try instance("Pending", volumes: volumes), dataVolumes: [state("a", "Succeeded"), state("b", "Succeeded")])
    #expect(filled.writes == ["create pods"])
  }

  @Test func whyNoNodeIsFoundIsToldAsLongAsItIsSo() throws {
    var waiting = try pod(phase: "Pending", isReady: false)
    var refused = Core.PodCondition()
    refused.type = "PodScheduled"
    refused.status = "False"
    refused.reason = "Unschedulable"
    waiting.status.conditions = [refused]
    var instance = try instance("Scheduling")
    let told = round(instance, [waiting])
    #expect(told.objects.last?.value(at: "status", "conditions")?.array?.first?["reason"] == "Unschedulable")
    var condition = V1.VirtualMachineInstanceCondition()
    condition.type = "PodScheduled"
    condition.status = "False"
    instance.status.conditions = [condition]
    #expect(round(instance, [waiting]).writes == [])
    let found = round(instance, [try pod(phase: "Pending", isReady: false)])
    #expect(found.objects.last?["status"] == ["phase": "Scheduling"])
  }
}
