import JSON
import Kube
import KubeClient
import Testing

@testable import VirtAPI

private typealias Fixtures = MachineFixtures

@Suite("Requests to machines")
struct MachineSubresourceTests {
  private static let object = "/apis/kubevirt.io/v1/namespaces/ns/virtualmachines/vm"

  @Test("a body may be YAML, JSON or nothing", arguments: ["paused: true", #"{"paused":true}"#, #"{"PAUSED": true}"#])
  func readsBodies(_ body: String) {
    let asked = DecidedRequest(.start, body: body)
    #expect(asked.code == 202)
    #expect(
      asked.log == [
        "PATCH \(Self.object)/status "
          + #"[{"op":"add","path":"/status","value":{"stateChangeRequests":[{"action":"Start","data":{"paused":"true"}}]}}]"#
      ])
  }

  @Test(
    "a body that is none of the kind is a bad request, before anything is looked at",
    arguments: [
      (MachineSubresource.start, "{"), (.start, "[]"), (.start, #"{"paused":"yes"}"#),
      (.start, #"{"dryRun":["Some"]}"#),
      (.stop, #"{"gracePeriod":"soon"}"#), (.stop, #"{"gracePeriod":-1}"#), (.restart, #"{"gracePeriodSeconds":5}"#),
      (.restart, #"{"gracePeriodSeconds":-5}"#), (.migrate, #"{"addedNodeSelector":3}"#), (.start, "a: b: c"),
    ])
  func refusesFaultyBodies(_ subresource: MachineSubresource, _ body: String) {
    let asked = DecidedRequest(subresource, body: body, machine: nil)
    #expect(asked.code == 400)
    #expect(asked.writes.isEmpty)
  }

  @Test("without the machine there is nothing to do", arguments: [MachineSubresource.start, .stop, .restart, .migrate])
  func findsNoMachine(_ subresource: MachineSubresource) {
    let asked = DecidedRequest(subresource, machine: nil)
    #expect(asked.code == 404)
    #expect(asked.message.contains("vm"))
  }

  @Test("a dry run writes everything as one")
  func dryRunsReachTheWrites() {
    let all = #"{"dryRun":["All"]}"#
    let asked = [
      DecidedRequest(.start, body: all), DecidedRequest(.start, body: all, machine: Fixtures.machine("Halted")),
      DecidedRequest(
        .stop, body: #"{"dryRun":["All"],"gracePeriod":0}"#, machine: Fixtures.machine("Always"),
        instance: Fixtures.instance()),
      DecidedRequest(.migrate, body: all, instance: Fixtures.instance()),
      DecidedRequest(
        .restart, body: #"{"dryRun":["All"],"gracePeriodSeconds":0}"#, instance: Fixtures.instance(),
        pods: [Fixtures.pod("p", owner: "u1")]),
    ]
    let writes = asked.flatMap(\.writes)
    #expect(writes.count == 7)
    #expect(asked.allSatisfy { $0.code == 202 })
    for write in writes {
      if case .delete(let options) = write.operation {
        #expect(options.isDryRun)
      } else {
        #expect(write.options.isDryRun)
      }
    }
  }

  @Test("who was slower is told so", arguments: ["Manual", "Halted"])
  func lostRacesAreConflicts(_ strategy: String) {
    let refusal = Status.failure(
      .invalid, code: 422, message: "the server rejected our request due to an error in our request")
    for status in [refusal, Status.failure(.conflict, code: 409, message: "changed")] {
      let asked = DecidedRequest(.start, machine: Fixtures.machine(strategy)) { _ in .failure(.status(status)) }
      #expect(asked.code == 409)
    }
  }

  @Test("what admission has against a write is an internal error, for the request was in order")
  func refusedWritesAreInternalErrors() {
    let status = Status.failure(.invalid, code: 422, message: "admission webhook denied the request")
    #expect(DecidedRequest(.start) { _ in .failure(.status(status)) }.code == 500)
    #expect(
      DecidedRequest(.migrate, instance: Fixtures.instance()) { _ in .failure(.status(status)) }.code == 500)
    #expect(DecidedRequest(.start) { _ in .failure(.unexpectedAnswer(status: 503, "away")) }.code == 500)
  }

  @Test("a stop ends where the grace period could not be set")
  func stopsNothingWithoutTheGracePeriod() {
    let asked = DecidedRequest(
      .stop, body: #"{"gracePeriod":0}"#, machine: Fixtures.machine("Always"), instance: Fixtures.instance()
    ) { _ in .failure(.unexpectedAnswer(status: 503, "away")) }
    #expect(asked.code == 500)
    #expect(asked.writes.count == 1)
  }

  @Test("an instance without grace period gets one")
  func addsAGracePeriod() {
    let asked = DecidedRequest(
      .stop, body: #"{"gracePeriod":7}"#, machine: Fixtures.machine("Halted"), instance: Fixtures.instance(grace: nil))
    #expect(asked.code == 202)
    #expect(
      asked.log.first == "PATCH /apis/kubevirt.io/v1/namespaces/ns/virtualmachineinstances/vm "
        + #"[{"op":"test","path":"/spec/terminationGracePeriodSeconds","value":null},"#
        + #"{"op":"add","path":"/spec/terminationGracePeriodSeconds","value":7}]"#)
  }

  @Test("tests of patches are about what is stored, unknown members included")
  func testsWhatIsStored() {
    let status: JSONValue = ["stateChangeRequests": [["action": "Start", "later": 1]]]
    let asked = DecidedRequest(.stop, machine: Fixtures.machine(status: status), instance: Fixtures.instance())
    #expect(
      asked.log == [
        "PATCH \(Self.object)/status "
          + #"[{"op":"test","path":"/status/stateChangeRequests","value":[{"action":"Start","later":1}]},"#
          + #"{"op":"replace","path":"/status/stateChangeRequests","value":[{"action":"Stop","uid":"u1"}]}]"#
      ])
  }

  @Test("a machine that names neither strategy nor running counts as halted, and is switched on by running")
  func switchesOnWhatSaysNothing() {
    var machine = Fixtures.machine()
    machine["spec"]?["runStrategy"] = nil
    #expect(
      DecidedRequest(.start, machine: machine).log == [
        #"PATCH \#(Self.object) [{"op":"test","path":"/spec/running","value":null},"#
          + #"{"op":"add","path":"/spec/running","value":true}]"#
      ])
  }

  @Test("a machine of v0.8.0 is started and stopped, and not asked for what its controller does not know")
  func legacyMachinesGetNoRequests() {
    var machine = Fixtures.machine()
    machine["metadata"]?["annotations"] = ["swift-virt.io/profile": "v0.8.0"]
    machine["spec"] = ["running": false]
    #expect(DecidedRequest(.start, machine: machine).code == 202)
    #expect(DecidedRequest(.start, body: "paused: true", machine: machine).code == 409)
    machine["spec"] = ["running": true]
    #expect(DecidedRequest(.stop, machine: machine, instance: Fixtures.instance()).code == 202)
    let restart = DecidedRequest(.restart, machine: machine, instance: Fixtures.instance())
    #expect(restart.code == 409)
    #expect(restart.writes.isEmpty)
  }

  @Test("a restart without grace ends the launcher that the instance owns, and no other's pod")
  func forcedRestartEndsTheRightPod() {
    func ended(_ pods: JSONValue...) -> [String] {
      Array(
        DecidedRequest(
          .restart, body: #"{"gracePeriodSeconds":0}"#, instance: Fixtures.instance(), pods: pods
        ).log.dropFirst())
    }
    let path = "DELETE /api/v1/namespaces/ns/pods/"
    #expect(ended(Fixtures.pod("a", owner: "u1")) == ["\(path)a 1 a-uid"])
    #expect(ended(Fixtures.pod("forged", owner: nil), Fixtures.pod("a", owner: "u1")) == ["\(path)a 1 a-uid"])
    #expect(ended(Fixtures.pod("other", owner: "u2")) == [])
    #expect(ended(Fixtures.pod("a", uid: "u2", owner: "u1")) == [])
    #expect(ended(Fixtures.pod("a", owner: "u1", phase: "Succeeded")) == [])
    #expect(ended() == [])
    #expect(MachineSubresource.restart.readsPods(Array(#"{"gracePeriodSeconds":0}"#.utf8)))
    #expect(!MachineSubresource.restart.readsPods([]))
    #expect(!MachineSubresource.stop.readsPods(Array(#"{"gracePeriodSeconds":0}"#.utf8)))
  }

  @Test("that the pod is gone already is no failure")
  func toleratesAPodThatIsGone() {
    func restart(_ status: Status) -> Int32 {
      DecidedRequest(
        .restart, body: #"{"gracePeriodSeconds":0}"#, instance: Fixtures.instance(),
        pods: [Fixtures.pod("a", owner: "u1")]
      ) { write in
        if case .delete = write.operation { .failure(.status(status)) } else { .success([:]) }
      }.code
    }
    #expect(restart(.failure(.notFound, code: 404, message: "")) == 202)
    #expect(restart(.failure(.forbidden, code: 403, message: "")) == 500)
  }
}

@Suite("Volumes of machines")
struct MachineVolumeTests {
  private static let claim: JSONValue = ["claimName": "data", "hotpluggable": true]
  private static let body =
    #"{"name":"hp","disk":{"disk":{"bus":"scsi"}},"volumeSource":{"persistentVolumeClaim":{"claimName":"data"}}}"#
  private static let plugged = Fixtures.machine(
    volumes: [["name": "hp", "persistentVolumeClaim": claim], ["name": "root", "containerDisk": ["image": "i"]]])

  private func add(
    _ machine: JSONValue = Fixtures.machine(), body: String = Self.body,
    answers: @escaping (ObjectWrite) -> WriteOutcome = { _ in .success([:]) }
  ) -> DecidedRequest {
    DecidedRequest(
      .addVolume, body: body, machine: machine, configuration: Fixtures.gates(.hotplugVolumes), answers: answers)
  }

  @Test("a name or a claim that is there is not plugged again")
  func refusesWhatIsThere() {
    #expect(add(Self.plugged).code == 409)
    let other = Fixtures.machine(volumes: [["name": "other", "persistentVolumeClaim": Self.claim]])
    #expect(add(other).code == 409)
    #expect(add().code == 202)
  }

  @Test("a request that is pending is not repeated", arguments: ["addVolumeOptions", "removeVolumeOptions"])
  func refusesWhatIsAskedFor(_ member: String) {
    let status: JSONValue = ["volumeRequests": [.object([member: ["name": "hp"]])]]
    #expect(add(Fixtures.machine(status: status)).code == 409)
  }

  @Test("a removal withdraws a plugging that nobody has followed")
  func removalWithdraws() {
    var machine = Self.plugged
    machine["status"] = ["volumeRequests": [["addVolumeOptions": ["name": "hp"]]]]
    let asked = DecidedRequest(
      .removeVolume, body: "name: hp", machine: machine, configuration: Fixtures.gates(.hotplugVolumes))
    #expect(
      asked.log.first?.hasSuffix(
        #"{"op":"replace","path":"/status/volumeRequests","value":[{"removeVolumeOptions":{"name":"hp"}}]}]"#) == true)
    #expect(
      DecidedRequest(
        .removeVolume, body: "name: root", machine: machine, configuration: Fixtures.gates(.hotplugVolumes)
      ).code == 409)
  }

  @Test("what admission has against a volume is passed on")
  func passesRefusalsOn() {
    let status = Status.failure(.invalid, code: 422, message: "disk bus ide")
    #expect(add { _ in .failure(.status(status)) }.decision == .refused(status))
  }

  @Test("with the declarative gate alone the template is changed")
  func changesTheTemplate() {
    let asked = DecidedRequest(
      .addVolume, body: Self.body, configuration: Fixtures.gates(.declarativeHotplugVolumes))
    #expect(asked.code == 202)
    #expect(
      asked.log == [
        "PATCH /apis/kubevirt.io/v1/namespaces/ns/virtualmachines/vm "
          + #"[{"op":"test","path":"/spec/template/spec/volumes","value":[]},"#
          + #"{"op":"replace","path":"/spec/template/spec/volumes","value":"#
          + #"[{"name":"hp","persistentVolumeClaim":{"claimName":"data","hotpluggable":true}}]},"#
          + #"{"op":"test","path":"/spec/template/spec/domain/devices/disks","value":null},"#
          + #"{"op":"add","path":"/spec/template/spec/domain/devices/disks","value":"#
          + #"[{"disk":{"bus":"scsi"},"name":"hp"}]}]"#
      ])
  }
}
