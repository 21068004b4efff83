import JSON
import Kube
import KubeClient
import LauncherProtocol
import VirtHandler
import VirtTypes

/// One round of v0.8.0's virt-handler about one instance.
enum HandlerCases {
  @Sendable static func judgeLegacy(_ record: RecordedCase) throws -> [String] {
    let now = Timestamp.now()
    let stored = try record.input["vmi"].map { try LegacyObjects.stored($0) }
    let instance: V1.VirtualMachineInstance? = try stored.map { try LegacyObjects.decode($0) }
    let domain = record.input["domain"].map { report($0, record.input, now) }
    var observation = GuestObservation(
      GuestKey(NamespacedName("default", "testvm"), uid: instance?.metadata.uid ?? domain?.uid ?? ""),
      instance: instance, domain: domain)
    observation.watchdogAge = record.input["watchdogAgeSeconds"]?.int64.map { .seconds($0) }
    observation.watchdogTimeout = .seconds(15)
    observation.hasShutdownTrigger = record.input["shutdownTrigger"]?.bool == true

    let reconciler = LegacyGuestReconciler()
    let plan = reconciler.plan(observation, at: now)
    var world = HandlerWorld(record.input)
    let outcome = world.carryOut(plan, observation)
    let conclusion = reconciler.conclude(observation, plan, outcome, at: now)
    // The real one dies of it; whatever we do is better.
    if record.output["panic"] != nil { return [] }

    var journal = WriteJournal()
    if let instance, var wanted = conclusion.wanted {
      // v0.8.0 could not pause, and had no condition for it.
      wanted.status.conditions.removeAll { $0.type == "Paused" }
      let path = ResourcePath(
        GroupVersionResource(group: "kubevirt.io", version: "v1", resource: "virtualmachineinstances"),
        namespace: "default", name: "testvm")
      if let change = ObjectWrite.change(path, from: instance, to: wanted) { journal.note(change, .success(.null)) }
    }
    let subject = ObjectEvent.Subject(apiVersion: "", kind: "", namespace: "", name: "", uid: "")
    for event in conclusion.events {
      journal.record(ObjectEvent(subject, event.severity, reason: event.reason, message: event.message))
    }
    let expected = record.output["launcherCalls"]?.array?.compactMap(\.string) ?? []
    return CaseComparison.differences(
      LegacyTypes.known(record), journal, conclusion.requeue, inOrder: false,
      action: { write, outcome in LegacyTypes.action(write, outcome, stored ?? .null) })
      + (expected == world.calls ? [] : ["launcher calls \(expected), got \(world.calls)"])
  }

  private static func report(_ given: JSONValue, _ input: JSONValue, _ now: Timestamp) -> DomainReport {
    var domain = DomainReport(given)
    // Before the first event of libvirt v0.8.0 had an empty state. Launchers of ours always tell one, and this one means
    // the same: not there, for no reason that makes a phase.
    if given["status"]?.string == "" { domain.status = .shutoff }
    if let seconds = input["gracePeriodSeconds"]?.int64 {
      let started = input["graceStartedSecondsAgo"]?.int64.map { now + .seconds(-$0) }
      domain.gracePeriod = DomainReport.GracePeriod(seconds: seconds, started: started)
    }
    return domain
  }
}

/// Stands where launcher, files and secrets stand when a case is run.
private struct HandlerWorld {
  private(set) var calls: [String] = []
  private let input: JSONValue
  private let launcher: String

  init(_ input: JSONValue) {
    self.input = input
    launcher = input["launcher"]?.string ?? "up"
  }

  mutating func carryOut(_ plan: GuestPlan, _ observation: GuestObservation) -> GuestOutcome {
    for step in plan.steps {
      let name: String
      switch step {
      case .cleanUp:
        if observation.watchdogAge != nil { calls.append("(watchdog file removed)") }
        if observation.hasShutdownTrigger { calls.append("(trigger file removed)") }
        continue
      case .synchronize:
        if let instance = observation.instance, let failure = missingSecret(of: instance) { return .failed(failure) }
        name = "Sync"
      case .ping, .lookForLauncher: name = "Ping"
      case .command(.kill): name = "Kill"
      case .command(.shutdown): name = "Shutdown"
      case .command(.delete): name = "Delete"
      case .command(let command): name = command.rawValue
      }
      if launcher != "down" { calls.append(name) }
      if launcher == "down" || launcher == name {
        return step == .lookForLauncher ? .launcherAbsent : .failed("no answer")
      }
    }
    return .done
  }

  private func missingSecret(of instance: V1.VirtualMachineInstance) -> String? {
    let secrets = CloudInitSecrets(of: instance)
    var found: [String: JSONValue] = [:]
    for secret in input["secrets"]?.array ?? [] {
      if let name = secret.value(at: "metadata", "name")?.string { found[name] = secret }
    }
    do throws(CloudInitSecrets.Missing) {
      _ = try secrets.resolved(in: instance, from: found)
      return nil
    } catch { return "\(error)" }
  }
}
