import Kube
import KubeClient
import LauncherProtocol
import Testing
import VirtTypes

@testable import VirtHandler

@Suite struct CurrentGuestTests {
  private func observation(_ phase: String, _ status: DomainStatus?, _ reason: DomainReason = .unknown)
    -> GuestObservation
  {
    var instance = V1.VirtualMachineInstance()
    instance.metadata.uid = "uid-1"
    instance.metadata.deletionTimestamp = .now()
    instance.status.phase = phase
    var domain: DomainReport?
    if let status {
      var report = DomainReport()
      (report.uid, report.status, report.reason) = ("uid-1", status, reason)
      domain = report
    }
    return GuestObservation(GuestKey(NamespacedName("default", "vm"), uid: "uid-1"), instance: instance, domain: domain)
  }

  private func round(_ observation: GuestObservation) -> (plan: GuestPlan, conclusion: GuestConclusion) {
    let reconciler = CurrentGuestReconciler()
    let now = Timestamp.now()
    let plan = reconciler.plan(observation, at: now)
    return (plan, reconciler.conclude(observation, plan, .done, at: now))
  }

  @Test func aGuestThatShutDownHasSucceededBeforeItsDomainIsTakenAway() {
    let first = round(observation("Running", .shutoff, .shutdown))
    #expect(first.plan.steps.isEmpty)
    #expect(first.conclusion.wanted?.status.phase == "Succeeded")
    #expect(round(observation("Succeeded", .shutoff, .shutdown)).plan.steps == [.lookForLauncher, .command(.delete)])
  }

  @Test func aGuestIsAskedAndThenKilled() {
    var running = observation("Running", .running)
    #expect(round(running).plan.steps == [.ping, .command(.shutdown)])
    running.domain?.gracePeriod = .init(seconds: 30, started: .now() + .seconds(-31))
    #expect(round(running).plan.steps == [.ping, .command(.kill)])
    running.instance?.spec.terminationGracePeriodSeconds = 0
    running.domain?.gracePeriod = nil
    #expect(round(running).plan.steps == [.ping, .command(.kill)])
  }

  @Test func aRunningGuestWithoutDomainHasFailed() {
    var gone = observation("Running", nil)
    gone.instance?.metadata.deletionTimestamp = nil
    let result = round(gone)
    #expect(result.conclusion.wanted?.status.phase == "Failed")
    #expect(result.conclusion.events.map(\.reason) == ["Stopped"])
  }
}
