import Testing

@testable import VirtLauncher

@Suite struct LauncherMonitorTests {
  private var settings: LauncherSettings {
    var settings = LauncherSettings(profile: .legacy, namespace: "default", name: "vm", uid: "u")
    settings.domainTimeout = .seconds(300)
    settings.gracePeriod = .seconds(45)
    return settings
  }

  private func step(_ change: (inout LauncherMonitor.Observation) -> Void) -> LauncherMonitor.Step {
    var seen = LauncherMonitor.Observation()
    change(&seen)
    return LauncherMonitor.step(seen, settings)
  }

  @Test func aDomainThatDoesNotComeInTimeIsGivenUp() {
    #expect(step { $0.sinceStart = .seconds(299) } == .wait)
    #expect(step { $0.sinceStart = .seconds(300) } == .giveUp)
    #expect(
      step {
        $0.sinceStart = .seconds(300)
        $0.hasRun = true
      } == .wait)
  }

  @Test func aStopBeforeAnyGuestEndsTheLauncher() {
    #expect(step { $0.sinceStop = .zero } == .finish)
  }

  @Test func theGuestHasItsGracePeriodAfterAStop() {
    #expect(
      step {
        $0.hasRun = true
        $0.sinceStop = .seconds(44)
      } == .wait)
    #expect(
      step {
        $0.hasRun = true
        $0.sinceStop = .seconds(45)
      } == .kill)
  }

  @Test func theEndIsHeldUntilItIsNoticed() {
    let ended = { (seen: inout LauncherMonitor.Observation) in
      seen.hasRun = true
      seen.hasEnded = true
      seen.isDefined = true
    }
    #expect(
      step {
        ended(&$0)
        $0.sinceEnd = .seconds(29)
      } == .wait)
    #expect(
      step {
        ended(&$0)
        $0.sinceEnd = .seconds(30)
      } == .finish)
    #expect(
      step {
        ended(&$0)
        $0.isDefined = false
      } == .finish)
  }
}
