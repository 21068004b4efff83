import Kube
import KubeClient
import Testing
import VirtTypes

@testable import VirtController

@Suite struct StartFailureTests {
  private let context = ReconcileContext(now: Reconciled.now, seed: 1)

  private func failure(_ count: Int, of uid: String = "old", retry: Timestamp = Reconciled.now)
    -> V1.VirtualMachineStartFailure
  {
    var failure = V1.VirtualMachineStartFailure()
    failure.consecutiveFailCount = count
    failure.lastFailedVMIUID = uid
    failure.retryAfterTimestamp = retry
    return failure
  }

  private func final(_ phase: String = "Failed", ran: Bool = false) -> V1.VirtualMachineInstance {
    var instance = Sample.instance("testvm", phase: phase)
    if ran {
      var entry = V1.VirtualMachineInstancePhaseTransitionTimestamp()
      entry.phase = "Running"
      instance.status.phaseTransitionTimestamps = [entry]
    }
    return instance
  }

  private func counted(
    _ before: V1.VirtualMachineStartFailure?, _ instance: V1.VirtualMachineInstance?,
    _ strategy: RunStrategy = .always
  ) -> V1.VirtualMachineStartFailure? {
    StartFailures.counted(before, strategy, instance, in: context)
  }

  @Test func thePauseGrowsWithTheSquareOfTheFailuresAndIsAtMostFiveMinutes() {
    for count in 1...40 {
      let base = Double(min(10 * count * count, 300))
      for seed in UInt64(0)..<200 {
        let seconds = StartFailures.delay(after: count, seed: seed) / .seconds(1)
        #expect(seconds >= base)
        #expect(seconds <= min(base * 1.5, 300))
      }
    }
  }

  @Test func thePauseDiffersFromMachineToMachineAndNotFromRunToRun() {
    let pauses = (UInt64(0)..<20).map { StartFailures.delay(after: 2, seed: $0) }
    #expect(Set(pauses).count > 10)
    #expect(pauses == (UInt64(0)..<20).map { StartFailures.delay(after: 2, seed: $0) })
  }

  @Test func anInstanceThatEndsWithoutEverRunningCountsOnce() {
    let first = counted(nil, final())
    #expect(first?.consecutiveFailCount == 1)
    #expect(first?.lastFailedVMIUID == "uid-testvm")
    #expect(first.flatMap(\.retryAfterTimestamp).map { $0 > Reconciled.now } == true)
    #expect(counted(first, final()) == first)
    #expect(counted(failure(4), final("Succeeded"))?.consecutiveFailCount == 5)
  }

  @Test func anInstanceThatHasRunEndsTheCount() {
    #expect(counted(failure(3), final(ran: true)) == nil)
    #expect(counted(failure(3), nil) == failure(3))
    #expect(counted(failure(3), Sample.instance("testvm", phase: "Scheduling")) == failure(3))
  }

  @Test func onlyMachinesThatAreStartedByThemselvesAreCounted() {
    for strategy in RunStrategy.allCases {
      let isCounted = [.always, .rerunOnFailure, .once].contains(strategy)
      #expect((counted(failure(3), nil, strategy) != nil) == isCounted)
      #expect((counted(nil, final(), strategy) != nil) == isCounted)
    }
  }

  @Test(arguments: [("Always", true), ("RerunOnFailure", true), ("Once", false), ("Manual", false)])
  func aStartWaitsForThePause(_ strategy: String, _ waits: Bool) {
    func reconciled(_ retry: Timestamp) -> Reconciled {
      Reconciled(
        Sample.machine(strategy) {
          $0.status.stateChangeRequests = [Sample.request("Start")]
          $0.status.startFailure = failure(2, retry: retry)
        })
    }
    let early = reconciled(Reconciled.now + .seconds(30))
    #expect(early.actions.isEmpty == waits)
    #expect(early.requeue == (waits ? .after(.seconds(30)) : .no))
    if waits { #expect(early.printable == "CrashLoopBackOff") }
    #expect(reconciled(Reconciled.now).actions.contains("create virtualmachineinstances"))
  }
}
