import JSON
import Kube
import Testing

@testable import VirtAPI

/// What may be asked of an instance in which state.
@Suite("Subresources of instances")
struct InstanceSubresourceTests {
  private static func instance(_ phase: String, spec: JSONValue = [:], conditions: [String] = []) -> JSONValue {
    [
      "apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstance", "metadata": ["name": "vmi", "namespace": "ns"],
      "spec": spec,
      "status": [
        "phase": .string(phase), "nodeName": "node01",
        "conditions": .array(conditions.map { ["type": .string($0), "status": "True"] }),
      ],
    ]
  }

  private static func decide(
    _ subresource: InstanceSubresource, _ instance: JSONValue?, version: SubresourceGroup.Version = .v1,
    body: String = "", machine: JSONValue? = nil
  ) -> String {
    let request = InstanceRequest(
      namespace: "ns", name: "vmi", version: version, body: Array(body.utf8), instance: instance, machine: machine)
    switch subresource.decide(request) {
    case .accepted: return "accepted"
    case .passedOn(let node): return node
    case .refused(let status): return "\(status.code)"
    }
  }

  @Test("an instance that is not there is not found; documents of the guest fail with 500")
  func absent() {
    #expect(Self.decide(.console, nil) == "404")
    #expect(Self.decide(.pause, nil) == "404")
    #expect(Self.decide(.guestOSInfo, nil) == "500")
  }

  @Test("streams need a running instance that has the device")
  func streams() {
    #expect(Self.decide(.console, Self.instance("Running")) == "node01")
    #expect(Self.decide(.console, Self.instance("Scheduled")) == "400")
    #expect(Self.decide(.console, Self.instance("Failed")) == "409")
    #expect(Self.decide(.console, Self.instance("Failed"), version: .v1alpha2) == "400")
    let noConsole: JSONValue = ["domain": ["devices": ["autoattachSerialConsole": false]]]
    #expect(Self.decide(.console, Self.instance("Running", spec: noConsole)) == "400")
    let noScreen: JSONValue = ["domain": ["devices": ["autoattachGraphicsDevice": false]]]
    #expect(Self.decide(.vnc, Self.instance("Running", spec: noScreen)) == "400")
    #expect(Self.decide(.vnc, Self.instance("Running")) == "node01")
  }

  @Test("what is paused is not paused again, and what runs is not resumed")
  func pausing() {
    let paused = Self.instance("Running", conditions: ["Paused"])
    #expect(Self.decide(.pause, Self.instance("Running")) == "node01")
    #expect(Self.decide(.pause, paused) == "409")
    #expect(Self.decide(.pause, Self.instance("Scheduled")) == "409")
    #expect(Self.decide(.unpause, paused) == "node01")
    #expect(Self.decide(.unpause, Self.instance("Running")) == "409")
    #expect(Self.decide(.unpause, paused, machine: ["status": ["snapshotInProgress": "s"]]) == "409")
    let probed: JSONValue = ["livenessProbe": ["tcpSocket": ["port": 80]]]
    #expect(Self.decide(.pause, Self.instance("Running", spec: probed)) == "403")
    let pinged: JSONValue = ["livenessProbe": ["guestAgentPing": [:]]]
    #expect(Self.decide(.pause, Self.instance("Running", spec: pinged)) == "node01")
  }

  @Test("a dry run is checked and not passed on; a body that is none is refused")
  func dryRun() {
    #expect(Self.decide(.pause, Self.instance("Running"), body: #"{"dryRun":["All"]}"#) == "accepted")
    #expect(Self.decide(.pause, Self.instance("Scheduled"), body: #"{"dryRun":["All"]}"#) == "409")
    #expect(Self.decide(.pause, Self.instance("Running"), body: "{") == "400")
  }

  @Test("reset, reboot and the agent's documents each have their state")
  func others() {
    #expect(Self.decide(.reset, Self.instance("Scheduled")) == "node01")
    #expect(Self.decide(.reset, Self.instance("Succeeded")) == "400")
    #expect(Self.decide(.softReboot, Self.instance("Running", conditions: ["Paused"])) == "409")
    let noACPI: JSONValue = ["domain": ["features": ["acpi": ["enabled": false]]]]
    #expect(Self.decide(.softReboot, Self.instance("Running", spec: noACPI)) == "409")
    #expect(
      Self.decide(.softReboot, Self.instance("Running", spec: noACPI, conditions: ["AgentConnected"])) == "node01")
    #expect(Self.decide(.userList, Self.instance("Running")) == "500")
    #expect(Self.decide(.userList, Self.instance("Running", conditions: ["AgentConnected"])) == "node01")
  }
}
