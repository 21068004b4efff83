import Admission
import JSON
import Kube
import KubeClient
import KubeTypes
import Testing
import VirtTypes

@testable import VirtController

@Suite struct NodeReconcilerTests {
  private func node(heartbeatAge: Int64?, schedulable: String? = "true") -> Core.Node {
    var node = Sample.node()
    if let heartbeatAge { node.metadata.annotations = ["kubevirt.io/heartbeat": Reconciled.ago(heartbeatAge).text] }
    if let schedulable { node.metadata.labels = ["kubevirt.io/schedulable": schedulable] }
    return node
  }

  private func reconcile(
    _ node: Core.Node?, _ instances: [V1.VirtualMachineInstance] = [], pods: [Core.Pod] = [],
    handler: NodeObservation.HandlerPresence = .unknown, refusing refusals: [String: Int] = [:]
  ) -> Reconciled {
    let observation = NodeObservation(name: "node01", node: node, instances: instances, pods: pods, handler: handler)
    return Reconciled(NodeReconciler(), observation, refusing: refusals)
  }

  private func legacy(_ name: String, phase: String = "Running") -> V1.VirtualMachineInstance {
    var instance = Sample.instance(name, phase: phase)
    instance.metadata.annotations = [Profile.presetsAppliedAnnotation: Profile.presetsAppliedValue]
    return instance
  }

  @Test func aNodeThatRespondsIsLookedAtAgainAfterAMinute() {
    let result = reconcile(node(heartbeatAge: 300), [Sample.instance("a")])
    #expect(result.headings.isEmpty)
    #expect(result.requeue == .after(.seconds(60)))
  }

  @Test func aNodeWithoutHeartbeatIsLeftAlone() {
    #expect(reconcile(node(heartbeatAge: nil), [Sample.instance("a")]).headings.isEmpty)
  }

  @Test func afterFiveMinutesOfSilenceANodeGetsNoMoreInstances() {
    let result = reconcile(node(heartbeatAge: 301))
    #expect(result.headings == ["patch nodes node01"])
    #expect(
      result.body("patch nodes") == ["metadata": ["labels": ["kubevirt.io/schedulable": "false"]]])
    #expect(result.events == ["Normal NodeUnresponsive"])
    #expect(result.requeue == .after(.seconds(60)))
  }

  @Test(arguments: ["false", nil]) func aNodeThatIsClosedAlreadyIsNotClosedAgain(label: String?) {
    #expect(reconcile(node(heartbeatAge: 4000, schedulable: label)).headings.isEmpty)
  }

  @Test func aHeartbeatThatIsNoTimeSaysNothing() {
    var node = node(heartbeatAge: nil)
    node.metadata.annotations = ["kubevirt.io/heartbeat": "yesterday"]
    let result = reconcile(node, [Sample.instance("a")])
    #expect(result.headings.isEmpty)
    #expect(result.requeue == .after(.seconds(60)))
  }

  @Test func instancesThatLostTheirPodFail() {
    let result = reconcile(node(heartbeatAge: 400, schedulable: "false"), [Sample.instance("a")])
    #expect(result.headings == ["patch virtualmachineinstances a"])
    #expect(
      result.body("patch virtualmachineinstances") == [
        ["op": "test", "path": "/metadata/uid", "value": "uid-a"],
        ["op": "test", "path": "/status/phase", "value": "Running"],
        ["op": "replace", "path": "/status/phase", "value": "Failed"],
        ["op": "add", "path": "/status/reason", "value": "NodeUnresponsive"],
      ])
    #expect(result.events == ["Normal NodeUnresponsive"])
  }

  @Test(arguments: ["Pending", "Scheduling", "Succeeded", "Failed"])
  func onlyScheduledAndRunningInstancesFail(phase: String) {
    let silent = node(heartbeatAge: 400, schedulable: "false")
    #expect(reconcile(silent, [Sample.instance("a", phase: phase)]).headings.isEmpty)
    #expect(reconcile(silent, [Sample.instance("b", phase: "Scheduled")]).headings.count == 1)
  }

  @Test func anInstanceWithALivingPodDoesNotFail() {
    let instance = Sample.instance("a")
    let pod = Sample.pod("virt-launcher-a", of: instance, on: "node01")
    #expect(reconcile(node(heartbeatAge: 400, schedulable: "false"), [instance], pods: [pod]).headings.isEmpty)
  }

  @Test func anInstanceFailsWhosePodIsGoingOrHasEnded() {
    let instance = Sample.instance("a")
    let silent = node(heartbeatAge: 400, schedulable: "false")
    var going = Sample.pod("virt-launcher-a", of: instance, on: "node01")
    going.metadata.deletionTimestamp = Reconciled.now
    let ended = Sample.pod("virt-launcher-a", of: instance, on: "node01", phase: "Failed")
    var stopped = Sample.pod("virt-launcher-a", of: instance, on: "node01")
    stopped.status.containerStatuses[0].state.terminated = Core.ContainerStateTerminated()
    for pod in [going, ended, stopped] {
      #expect(reconcile(silent, [instance], pods: [pod]).headings == ["patch virtualmachineinstances a"])
    }
  }

  @Test func aLegacyInstanceFailsOnlyWithoutAnyPodAndWithoutMoreWords() {
    let instance = legacy("a")
    let silent = node(heartbeatAge: 400, schedulable: "false")
    var going = Sample.pod("virt-launcher-a", of: instance, on: "node01")
    going.metadata.deletionTimestamp = Reconciled.now
    #expect(reconcile(silent, [instance], pods: [going]).headings.isEmpty)
    let result = reconcile(silent, [instance])
    #expect(
      result.body("patch virtualmachineinstances") == [
        ["op": "replace", "path": "/status/phase", "value": "Failed"]
      ])
    #expect(result.events.isEmpty)
  }

  @Test func theInstancesOfANodeThatIsGoneFailAndTheNodeIsForgotten() {
    let result = reconcile(nil, [Sample.instance("a")])
    #expect(result.headings == ["patch virtualmachineinstances a"])
    #expect(result.requeue == .no)
  }

  @Test func aNodeThatCannotBeClosedIsTriedAgainBeforeAnythingElse() {
    let result = reconcile(node(heartbeatAge: 400), [Sample.instance("a")], refusing: ["patch nodes": 500])
    #expect(result.headings == ["patch nodes node01"])
    #expect(result.events.isEmpty)
    guard case .backingOff = result.requeue else {
      Issue.record("not put back")
      return
    }
  }

  @Test func anInstanceThatCannotBeFailedHoldsUpNoOther() {
    let result = reconcile(
      node(heartbeatAge: 400, schedulable: "false"), [Sample.instance("b"), Sample.instance("a")],
      refusing: ["patch virtualmachineinstances": 500])
    #expect(result.headings == ["patch virtualmachineinstances a", "patch virtualmachineinstances b"])
    guard case .backingOff = result.requeue else {
      Issue.record("not put back")
      return
    }
  }

  @Test func instancesWithoutAnyHandlerAreReported() {
    let instance = Sample.instance("a")
    let pod = Sample.pod("virt-launcher-a", of: instance, on: "node01")
    let silent = node(heartbeatAge: 400, schedulable: "false")
    #expect(reconcile(silent, [instance], pods: [pod], handler: .absent).events == ["Warning NodeUnresponsive"])
    #expect(reconcile(silent, [instance], pods: [pod], handler: .present).events.isEmpty)
    #expect(reconcile(silent, [], handler: .absent).events.isEmpty)
  }
}
