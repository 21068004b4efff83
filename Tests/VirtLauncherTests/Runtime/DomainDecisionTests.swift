import Kube
import LauncherProtocol
import Libvirt
import Testing

@testable import VirtLauncher

@Suite struct DomainDecisionTests {
  // MARK: sync

  @Test(
    arguments: [nil, .noState, .shutoff(.unknown), .shutoff(.failed), .crashed(isPanic: false)] as [LibvirtDomainState?]
  )
  func aDomainThatNeverRanIsStarted(_ state: LibvirtDomainState?) {
    #expect(DomainDecision.sync(state, DomainFlags()) == .defineAndCreate)
  }

  @Test(arguments: [nil, .shutoff(.shutdown), .shutoff(.destroyed), .crashed(isPanic: true)] as [LibvirtDomainState?])
  func aGuestThatEndedIsNotStartedOver(_ state: LibvirtDomainState?) {
    #expect(DomainDecision.sync(state, DomainFlags(hasRun: true)) == .nothing)
  }

  @Test func aPauseOfAUserLasts() {
    #expect(DomainDecision.sync(.paused(.user), DomainFlags(isPausedByUser: true, hasRun: true)) == .nothing)
    #expect(DomainDecision.sync(.paused(.user), DomainFlags(hasRun: true)) == .resume)
    #expect(DomainDecision.sync(.paused(.ioError), DomainFlags(hasRun: true)) == .resume)
  }

  @Test(arguments: [LibvirtDomainState.PausedReason.crashed, .postCopyFailed, .migration, .startingUp])
  func aPauseThatIsNotOursToEndLasts(_ reason: LibvirtDomainState.PausedReason) {
    #expect(DomainDecision.sync(.paused(reason), DomainFlags(hasRun: true)) == .nothing)
  }

  @Test(arguments: [LibvirtDomainState.running, .blocked, .shuttingDown, .suspended])
  func aRunningGuestIsLeftAlone(_ state: LibvirtDomainState) {
    #expect(DomainDecision.sync(state, DomainFlags(hasRun: true)) == .nothing)
  }

  // MARK: commands

  @Test(arguments: LauncherCommand.allCases.filter { ![.kill, .delete].contains($0) })
  func commandsNeedADomain(_ command: LauncherCommand) {
    let error = #expect(throws: Status.self) { try DomainDecision.action(for: command, nil, DomainFlags()) }
    #expect(error?.code == 404)
  }

  @Test(arguments: [LauncherCommand.kill, .delete])
  func whatIsGoneIsAsAskedFor(_ command: LauncherCommand) throws {
    #expect(try DomainDecision.action(for: command, nil, DomainFlags()) == .nothing)
  }

  @Test func aGuestIsAskedByItsAgentFirst() throws {
    #expect(try DomainDecision.action(for: .shutdown, .running, DomainFlags()) == .shutdown([.acpi]))
    #expect(
      try DomainDecision.action(for: .shutdown, .paused(.user), DomainFlags(isAgentConnected: true))
        == .shutdown([.agent, .acpi]))
    #expect(
      try DomainDecision.action(for: .softReboot, .running, DomainFlags(isAgentConnected: true, hasACPI: false))
        == .reboot([.agent]))
  }

  @Test func aGuestWithoutACPIAndAgentCannotBeAsked() {
    let error = #expect(throws: Status.self) {
      try DomainDecision.action(for: .shutdown, .running, DomainFlags(hasACPI: false))
    }
    #expect(error?.code == 409)
  }

  @Test func theGracePeriodBeginsOnce() throws {
    #expect(
      try DomainDecision.action(for: .shutdown, .running, DomainFlags(isShutdownRequested: true)) == .nothing)
    #expect(try DomainDecision.action(for: .shutdown, .shuttingDown, DomainFlags()) == .nothing)
    #expect(try DomainDecision.action(for: .shutdown, .shutoff(.shutdown), DomainFlags()) == .nothing)
  }

  @Test(arguments: [
    (LauncherCommand.delete, LibvirtDomainState.running), (.pause, .shutoff(.shutdown)), (.unpause, .shuttingDown),
    (.reset, .shutoff(.destroyed)), (.softReboot, .paused(.user)), (.freeze, .running),
  ])
  func theWrongStateIsRefused(_ command: LauncherCommand, _ state: LibvirtDomainState) {
    let error = #expect(throws: Status.self) { try DomainDecision.action(for: command, state, DomainFlags()) }
    #expect(error?.code == 409)
  }

  @Test(arguments: [LibvirtDomainState.running, .paused(.ioError), .shuttingDown, .blocked, .suspended])
  func whateverIsAliveCanBeKilled(_ state: LibvirtDomainState) throws {
    #expect(try DomainDecision.action(for: .kill, state, DomainFlags()) == .destroy)
  }

  @Test func pausingTwiceIsPausing() throws {
    #expect(try DomainDecision.action(for: .pause, .running, DomainFlags()) == .suspend)
    #expect(try DomainDecision.action(for: .pause, .paused(.user), DomainFlags()) == .nothing)
    #expect(try DomainDecision.action(for: .unpause, .paused(.user), DomainFlags()) == .resume)
    #expect(try DomainDecision.action(for: .unpause, .running, DomainFlags()) == .nothing)
  }

  // MARK: words

  @Test func everyReasonHasAWord() {
    for reason in LibvirtDomainState.PausedReason.allCases where reason != .unknown {
      #expect(DomainWords.words(for: .paused(reason)).reason != .unknown)
    }
    for reason in LibvirtDomainState.ShutoffReason.allCases where reason != .unknown {
      #expect(DomainWords.words(for: .shutoff(reason)).reason != .unknown)
    }
    #expect(DomainWords.words(for: .crashed(isPanic: true)) == (.crashed, .panicked))
    #expect(DomainWords.words(for: .shutoff(.destroyed)) == (.shutoff, .destroyed))
  }
}
