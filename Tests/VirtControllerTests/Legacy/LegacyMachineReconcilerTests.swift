import JSON
import Kube
import KubeClient
import Testing
import VirtTypes

@testable import VirtController

@Suite struct LegacyMachineReconcilerTests {
  private func machine(
    _ spec: String = #""running":true"#, status: String = "{}", metadata: String = ""
  ) throws -> V1.VirtualMachine {
    try stored(
      """
      {"apiVersion":"kubevirt.io/v1alpha2","kind":"VirtualMachine",
      "metadata":{"name":"vm","namespace":"default","uid":"m"\(metadata)},
      "spec":{\(spec),"template":{"metadata":{"labels":{"a":"b"}},"spec":{"domain":{"devices":{}}}}},
      "status":\(status)}
      """)
  }

  private func instance(
    _ phase: String = "Running", owner: String? = "m", deleted: Bool = false
  ) throws -> V1.VirtualMachineInstance {
    let owners = owner.map {
      #"{"apiVersion":"kubevirt.io/v1alpha2","kind":"VirtualMachine","name":"vm","uid":"\#($0)","controller":true}"#
    }
    return try stored(
      """
      {"apiVersion":"kubevirt.io/v1alpha2","kind":"VirtualMachineInstance",
      "metadata":{"name":"vm","namespace":"default","uid":"i","ownerReferences":[\(owners ?? "")]
      \(deleted ? #","deletionTimestamp":"2018-10-03T03:39:11Z""# : "")},
      "spec":{"domain":{"devices":{}}},"status":{"phase":"\(phase)"}}
      """)
  }

  private func round(
    _ machine: V1.VirtualMachine, _ instance: V1.VirtualMachineInstance? = nil, dataVolumes: [JSONValue] = [],
    refusing: [String: Int32] = [:], context: ReconcileContext = .legacy
  ) -> LegacyRound {
    LegacyRound(
      LegacyMachineReconciler(),
      LegacyMachineObservation(machine: machine, instance: instance, dataVolumes: dataVolumes), refusing: refusing,
      live: ["metadata": ["uid": "m"]], context: context)
  }

  @Test func aRunningMachineGetsAnInstanceOfTheLegacyVersionWithAStableUUID() throws {
    let round = round(try machine())
    #expect(round.writes == ["create virtualmachineinstances"])
    let made = try #require(round.objects.first)
    #expect(made["apiVersion"] == "kubevirt.io/v1alpha2")
    #expect(made.value(at: "metadata", "labels") == ["a": "b"])
    #expect(
      made.value(at: "spec", "domain", "firmware", "uuid")
        == .string(UUID(namespace: UUID("6a1a24a1-4061-4607-8bf4-a3963d0c5895")!, name: "vm").description))
    #expect(round.events == ["SuccessfulCreate"])
    #expect(round.requeue == .no)
  }

  @Test(arguments: [
    (true, "Succeeded", ["delete virtualmachineinstances"]), (true, "Failed", ["delete virtualmachineinstances"]),
    (true, "Running", []), (true, "Scheduling", []), (false, "Running", ["delete virtualmachineinstances"]),
  ])
  func theInstanceIsKeptReplacedOrStopped(_ running: Bool, _ phase: String, _ writes: [String]) throws {
    let status = #"{"created":true,"ready":\#(phase == "Running")}"#
    let round = round(try machine(#""running":\#(running)"#, status: status), try instance(phase))
    #expect(round.writes == writes)
  }

  @Test func anInstanceThatIsBeingDeletedIsNotDeletedAgain() throws {
    let round = round(
      try machine(#""running":false"#, status: #"{"created":true,"ready":true}"#), try instance(deleted: true))
    #expect(round.writes == [])
  }

  @Test func anInstanceWithoutControllerIsTakenInAfterALookAtTheServer() throws {
    let round = round(try machine(), try instance(owner: nil))
    #expect(round.reads == ["virtualmachines"])
    #expect(round.writes == ["patch virtualmachineinstances", "change virtualmachines/status"])
    #expect(round.objects[0].value(at: "metadata", "uid") == "i")
  }

  @Test func nothingIsTakenInByAMachineThatTheServerSaysIsBeingDeleted() throws {
    let round = LegacyRound(
      LegacyMachineReconciler(),
      LegacyMachineObservation(machine: try machine(), instance: try instance(owner: nil)),
      live: ["metadata": ["uid": "m", "deletionTimestamp": "2018-10-03T03:39:11Z"]])
    #expect(round.reads == ["virtualmachines"])
    #expect(round.writes == [])
    #expect(round.requeue != .no)
  }

  @Test func aRefusalIsToldInTheStatusAndTriedAgain() throws {
    let round = round(try machine(), refusing: ["create virtualmachineinstances": 500])
    #expect(round.writes == ["create virtualmachineinstances", "change virtualmachines/status"])
    let condition = round.objects[1].value(at: "status", "conditions")?.array?.first
    #expect(condition?["type"] == "Failure")
    #expect(condition?["reason"] == "FailedCreate")
    #expect(round.events == ["FailedCreate"])
    guard case .backingOff = round.requeue else { return #expect(Bool(false)) }
  }

  @Test func anInstanceThatIsGoneAlreadyIsNoFailure() throws {
    let round = round(
      try machine(#""running":false"#, status: #"{"created":true,"ready":true}"#), try instance(),
      refusing: ["delete virtualmachineinstances": 404])
    #expect(round.events == [])
    #expect(round.requeue == .no)
  }

  @Test func aDeletionThatLeavesBehindLetsTheInstanceGo() throws {
    let metadata = #","deletionTimestamp":"2018-10-03T03:39:11Z","finalizers":["orphan"]"#
    let round = round(try machine(metadata: metadata), try instance())
    #expect(round.writes == ["patch virtualmachineinstances"])
    #expect(round.objects[0].value(at: "metadata", "ownerReferences") == [])
  }

  @Test func theNameOfTheTemplateNamesTheInstance() throws {
    var machine = try machine()
    machine.spec.template?.metadata.generateName = "gen-"
    #expect(LegacyMachineObservation.instanceName(of: machine) == "gen-")
    machine.spec.template?.metadata.name = "inner"
    #expect(LegacyMachineObservation.instanceName(of: machine) == "inner")
  }

  // MARK: What v0.8.0 did not know

  @Test func aRestartOfAClientOfV1IsServed() throws {
    var machine = try machine(status: #"{"created":true,"ready":true}"#)
    var stop = V1.VirtualMachineStateChangeRequest()
    stop.action = "Stop"
    stop.uid = "i"
    var start = V1.VirtualMachineStateChangeRequest()
    start.action = "Start"
    machine.status.stateChangeRequests = [stop, start]
    #expect(round(machine, try instance()).writes == ["delete virtualmachineinstances"])
    #expect(round(machine, try instance(deleted: true)).writes == [])
    let gone = round(machine)
    #expect(gone.writes == ["create virtualmachineinstances", "change virtualmachines/status"])
    let rest = gone.objects[1].value(at: "status", "stateChangeRequests")?.array
    #expect(rest?.compactMap { $0["action"]?.string } == ["Start"])
    machine.status.stateChangeRequests = [start]
    machine.status.ready = false
    let back = round(machine, try instance("Scheduling"))
    #expect(back.writes == ["change virtualmachines/status"])
    #expect(back.objects[0].value(at: "status", "stateChangeRequests") == nil)
  }

  @Test func aStrategyOfV1IsFollowed() throws {
    var machine = try machine(status: #"{"created":true}"#)
    machine.spec.running = nil
    machine.spec.runStrategy = "Manual"
    #expect(round(machine, try instance("Failed")).writes == [])
    machine.spec.runStrategy = "RerunOnFailure"
    #expect(round(machine, try instance("Failed")).writes == ["delete virtualmachineinstances"])
    #expect(round(machine, try instance("Succeeded")).writes == [])
    machine.spec.runStrategy = "Halted"
    #expect(round(machine, try instance("Scheduling")).writes == ["delete virtualmachineinstances"])
  }

  @Test(arguments: [
    ("true", nil, "Starting"), ("true", "Scheduling", "Starting"), ("true", "Running", "Running"),
    ("true", "Failed", "Stopped"), ("false", "Running", "Stopping"), ("false", nil, "Stopped"),
  ])
  func clientsOfV1AreToldTheStateWhereTheSchemaHasSaidSomethingElse(
    _ running: String, _ phase: String?, _ word: String
  ) throws {
    var machine = try machine(#""running":\#(running)"#)
    machine.status.created = phase != nil
    machine.status.ready = phase == "Running"
    machine.status.printableStatus = "Unknown"
    let round = round(machine, try phase.map { try instance($0) })
    #expect(round.objects.last?.value(at: "status", "printableStatus") == .string(word))
  }

  // MARK: Data volumes

  private let templates = #""dataVolumeTemplates":[{"metadata":{"name":"dv"},"spec":{"source":{"http":{"url":"u"}}}}],"#

  private func dataVolume(_ phase: String, annotations: JSONValue = [:]) -> JSONValue {
    [
      "metadata": [
        "name": "dv", "uid": "d", "annotations": annotations, "ownerReferences": [["uid": "m", "controller": true]],
      ],
      "status": ["phase": .string(phase)],
    ]
  }

  @Test func nothingStartsBeforeTheDataVolumesAreFilled() throws {
    let machine = try machine(templates + #""running":true"#)
    #expect(round(machine).writes == ["create datavolumes"])
    #expect(round(machine, dataVolumes: [dataVolume("ImportInProgress")]).writes == [])
    #expect(round(machine, dataVolumes: [dataVolume("Succeeded")]).writes == ["create virtualmachineinstances"])
  }

  @Test func aClusterWithoutDataVolumesIsToldOf() throws {
    let round = round(try machine(templates + #""running":true"#), refusing: ["create datavolumes": 404])
    #expect(round.events == ["FailedDataVolumeCreate"])
    let condition = round.objects[1].value(at: "status", "conditions")?.array?.first
    #expect(condition?["message"]?.string?.contains("Containerized Data Importer") == true)
  }

  @Test func aDataVolumeThatFailedIsReplacedAfterAWhile() throws {
    let machine = try machine(templates + #""running":true"#)
    let noted = round(machine, dataVolumes: [dataVolume("Failed")])
    #expect(noted.writes == ["change datavolumes"])
    #expect(noted.events == ["FailedDataVolumeImport"])
    #expect(
      noted.objects[0].value(at: "metadata", "annotations", "kubevirt.io/delete-after-timestamp") == "1538537968")
    #expect(noted.requeue == .after(.seconds(17)))
    let waiting = round(
      machine, dataVolumes: [dataVolume("Failed", annotations: ["kubevirt.io/delete-after-timestamp": "1538537955"])])
    #expect(waiting.writes == [])
    #expect(waiting.requeue == .after(.seconds(4)))
    let due = round(
      machine, dataVolumes: [dataVolume("Failed", annotations: ["kubevirt.io/delete-after-timestamp": "1538537951"])])
    #expect(due.writes == ["delete datavolumes"])
  }
}
