import Kube
import Testing
import VirtTypes

@testable import VirtController

@Suite struct StateChangeRequestTests {
  private func remaining(
    _ requests: [V1.VirtualMachineStateChangeRequest], _ instance: V1.VirtualMachineInstance?
  ) -> [String] {
    var status = V1.VirtualMachineStatus()
    status.stateChangeRequests = requests
    status.dropSettledRequest(instance)
    return status.stateChangeRequests.map(\.action)
  }

  private let stop = Sample.request("Stop", uid: "uid-testvm")
  private let start = Sample.request("Start")

  @Test func aStopIsSettledWhenItsInstanceIsNotThere() {
    #expect(remaining([stop, start], nil) == ["Start"])
    #expect(remaining([Sample.request("Stop", uid: "other")], Sample.instance("testvm")) == [])
    #expect(remaining([Sample.request("Stop")], Sample.instance("testvm")) == [])
    #expect(remaining([stop], Sample.instance("testvm")) == ["Stop"])
  }

  @Test func aStartIsSettledWhenALiveInstanceIsThere() {
    #expect(remaining([start], nil) == ["Start"])
    for phase in ["", "Pending", "Scheduling", "Scheduled", "Running", "Unknown"] {
      #expect(remaining([start], Sample.instance("testvm", phase: phase)) == [])
      var deleted = Sample.instance("testvm", phase: phase)
      deleted.metadata.deletionTimestamp = Reconciled.now
      #expect(remaining([start], deleted) == ["Start"])
    }
    for phase in ["Succeeded", "Failed"] {
      #expect(remaining([start], Sample.instance("testvm", phase: phase)) == ["Start"])
    }
  }

  @Test func onlyTheFirstRequestIsLookedAt() {
    #expect(remaining([stop, start], Sample.instance("testvm")) == ["Stop", "Start"])
    #expect(remaining([start, start], Sample.instance("testvm")) == ["Start"])
    var status = V1.VirtualMachineStatus()
    status.stateChangeRequests = [start, stop]
    #expect(!status.asksToStop(Sample.instance("testvm")))
    #expect(status.asksToStart)
  }
}
