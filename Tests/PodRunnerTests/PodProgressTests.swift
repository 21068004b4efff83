import JSON
import Kube
import KubeTypes
import Testing

@testable import PodRunner

/// A pod out of JSON, as the API has it.
func makePod(_ spec: String, metadata: String = "") throws -> Core.Pod {
  try Core.Pod(
    json: #"{"metadata": {"name": "p", "namespace": "n", "uid": "u-1"\#(metadata)}, "spec": \#(spec)}"#,
    options: .lenient)
}

func makeRecord(sandbox: Bool = true, _ containers: [String: ContainerRecord.State] = [:]) -> PodRecord {
  var record = PodRecord(uid: "u-1", namespace: "n", name: "p", bootID: "b", startTime: Timestamp(seconds: 1000))
  if sandbox { record.sandbox = PodRecord.Sandbox(addresses: ["10.1.2.3"]) }
  for (name, state) in containers {
    record.containers[name] = ContainerRecord()
    record.containers[name]?.state = state
  }
  return record
}

func ended(_ code: Int32) -> ContainerRecord.State {
  .terminated(
    Termination(
      exitCode: code, startedAt: Timestamp(seconds: 1001), finishedAt: Timestamp(seconds: 1002), runtimeID: "r"))
}

@Suite struct PodProgressTests {
  private let running = ContainerRecord.State.running(since: Timestamp(seconds: 1001))
  private let now = Timestamp(seconds: 1010)
  private let two = #"{"containers": [{"name": "a"}, {"name": "b"}], "restartPolicy": "Never"}"#
  private let initial = #"""
    {"initContainers": [{"name": "i"}, {"name": "s", "restartPolicy": "Always"}, {"name": "j"}],
     "containers": [{"name": "a"}], "restartPolicy": "Never"}
    """#

  @Test func aNewPodGetsItsSandboxFirstThenItsContainers() throws {
    let pod = try makePod(two)
    #expect(PodProgress(pod: pod, record: makeRecord(sandbox: false), now: now).steps == [.setUpSandbox])
    #expect(
      PodProgress(pod: pod, record: makeRecord(), now: now).steps == [.start(container: "a"), .start(container: "b")])
    #expect(PodProgress(pod: pod, record: makeRecord(["a": running, "b": running]), now: now).steps == [])
  }

  @Test func initContainersRunOneAfterTheOtherAndSidecarsAreWaitedForUntilTheyHaveStarted() throws {
    let pod = try makePod(initial)
    func steps(_ states: [String: ContainerRecord.State], started: Set<String> = []) -> [PodProgress.Step] {
      PodProgress(pod: pod, record: makeRecord(states), started: started, now: now).steps
    }
    #expect(steps([:]) == [.start(container: "i")])
    #expect(steps(["i": running]) == [])
    #expect(steps(["i": ended(0)]) == [.start(container: "s")])
    #expect(steps(["i": ended(0), "s": running]) == [])
    #expect(steps(["i": ended(0), "s": running], started: ["s"]) == [.start(container: "j")])
    #expect(steps(["i": ended(0), "s": running, "j": ended(0)], started: ["s"]) == [.start(container: "a")])
  }

  @Test func aFailedInitContainerFailsAPodThatDoesNotRestart() throws {
    let progress = PodProgress(pod: try makePod(initial), record: makeRecord(["i": ended(1)]), now: now)
    #expect(progress.isFinished)
    #expect(progress.steps == [.tearDown])
  }

  @Test func sidecarsEndAfterTheContainersProper() throws {
    let pod = try makePod(initial)
    let states = ["i": ended(0), "j": ended(0), "s": running]
    let done = PodProgress(
      pod: pod, record: makeRecord(states.merging(["a": ended(0)]) { $1 }), started: ["s"], now: now)
    #expect(done.steps == [.stop(container: "s", graceSeconds: 30)])
  }

  @Test func restartPoliciesDecideWhatRunsAgain() throws {
    for (policy, code, restarts) in [
      ("Always", Int32(0), true), ("Always", 1, true), ("OnFailure", 0, false), ("OnFailure", 1, true),
      ("Never", 1, false),
    ] {
      let pod = try makePod(#"{"containers": [{"name": "a"}], "restartPolicy": "\#(policy)"}"#)
      let progress = PodProgress(pod: pod, record: makeRecord(["a": ended(code)]), now: now)
      #expect(progress.steps == (restarts ? [.start(container: "a")] : [.tearDown]), "\(policy) \(code)")
    }
  }

  @Test func aContainerWaitsBeforeItIsRestarted() throws {
    let pod = try makePod(#"{"containers": [{"name": "a"}], "restartPolicy": "Always"}"#)
    var record = makeRecord(["a": ended(1)])
    record.containers["a"]?.notBefore = Timestamp(seconds: 1020)
    let progress = PodProgress(pod: pod, record: record, now: now)
    #expect(progress.steps == [])
    #expect(progress.nextMoment == Timestamp(seconds: 1020))
    #expect(PodProgress(pod: pod, record: record, now: Timestamp(seconds: 1020)).steps == [.start(container: "a")])
    #expect((0...7).map { PodProgress.restartDelay($0) } == [0, 10, 20, 40, 80, 160, 300, 300].map { .seconds($0) })
  }

  @Test func aDeletedPodIsStoppedWithWhatItsDeletionLeavesThenTornDown() throws {
    let deleted = #", "deletionTimestamp": "2026-01-01T00:00:00Z", "deletionGracePeriodSeconds": 7"#
    let pod = try makePod(two, metadata: deleted)
    #expect(
      PodProgress(pod: pod, record: makeRecord(["a": running, "b": ended(0)]), now: now).steps
        == [.stop(container: "a", graceSeconds: 7)])
    #expect(PodProgress(pod: pod, record: makeRecord(["a": ended(0), "b": ended(0)]), now: now).steps == [.tearDown])
    #expect(PodProgress(pod: pod, record: makeRecord(sandbox: false), now: now).steps == [.tearDown])
  }

  @Test func theDeadlineEndsAPod() throws {
    let pod = try makePod(#"{"containers": [{"name": "a"}], "restartPolicy": "Always", "activeDeadlineSeconds": 5}"#)
    #expect(
      PodProgress(pod: pod, record: makeRecord(["a": running]), now: now).steps
        == [.stop(container: "a", graceSeconds: 30)])
  }

  @Test func aContainerThatItsProbeGaveUpOnIsStopped() throws {
    let pod = try makePod(#"{"containers": [{"name": "a"}], "restartPolicy": "Always"}"#)
    let progress = PodProgress(pod: pod, record: makeRecord(["a": running]), unhealthy: ["a"], now: now)
    #expect(progress.steps == [.stop(container: "a", graceSeconds: 30)])
  }

  @Test func whatIsKnownOfAPodSurvivesOnDisk() throws {
    var record = makeRecord(["a": running, "b": ended(3), "c": .waiting(reason: "ErrImagePull", message: "no")])
    record.containers["a"]?.runtimeID = "u-1_a_2"
    record.containers["a"]?.restartCount = 2
    let former = record.containers["b"]?.termination
    record.containers["a"]?.last = former
    record.failure = PodRecord.Failure(reason: "Evicted", message: "m")
    #expect(PodRecord(json: try JSONValue(parsing: record.json.jsonBytes())) == record)
    #expect(PodRecord(json: [:]) == nil)
  }
}

@Suite struct PodStatusReportTests {
  private let now = Timestamp(seconds: 1010)
  private let running = ContainerRecord.State.running(since: Timestamp(seconds: 1001))

  private func status(_ pod: Core.Pod, _ record: PodRecord, ready: Set<String> = []) -> JSONValue {
    PodStatusReport(
      progress: PodProgress(pod: pod, record: record, started: ready, now: now), ready: ready, hostAddress: "192.0.2.9"
    ).json
  }

  private func condition(_ status: JSONValue, _ type: String) -> JSONValue? {
    status["conditions"]?.array?.first { $0["type"]?.string == type }
  }

  @Test func aPodIsReadyWhenAllItsContainersAre() throws {
    let pod = try makePod(#"{"containers": [{"name": "a"}, {"name": "b"}]}"#)
    let record = makeRecord(["a": running, "b": running])
    let half = status(pod, record, ready: ["a"])
    #expect(half["phase"] == "Running")
    #expect(condition(half, "Ready")?["status"] == "False")
    #expect(condition(half, "Ready")?["message"] == "containers with unready status: [b]")
    #expect(condition(half, "Initialized")?["status"] == "True")
    #expect(half["podIP"] == "10.1.2.3")
    let whole = status(pod, record, ready: ["a", "b"])
    #expect(condition(whole, "Ready")?["status"] == "True")
    #expect(condition(whole, "ContainersReady")?["status"] == "True")
  }

  @Test func readinessGatesOfOthersCount() throws {
    let pod = try makePod(
      #"{"containers": [{"name": "a"}], "readinessGates": [{"conditionType": "example.com/gate"}]}"#)
    let report = status(pod, makeRecord(["a": running]), ready: ["a"])
    #expect(condition(report, "ContainersReady")?["status"] == "True")
    #expect(condition(report, "Ready")?["reason"] == "ReadinessGatesNotReady")
  }

  @Test func phasesFollowExitCodes() throws {
    let pod = try makePod(#"{"containers": [{"name": "a"}, {"name": "b"}], "restartPolicy": "Never"}"#)
    #expect(status(pod, makeRecord([:]))["phase"] == "Pending")
    #expect(status(pod, makeRecord(["a": ended(0), "b": running]))["phase"] == "Running")
    #expect(status(pod, makeRecord(["a": ended(0), "b": ended(0)]))["phase"] == "Succeeded")
    #expect(status(pod, makeRecord(["a": ended(0), "b": ended(2)]))["phase"] == "Failed")
  }

  @Test func aContainerThatWaitsForItsRestartSaysSo() throws {
    let pod = try makePod(#"{"containers": [{"name": "a"}], "restartPolicy": "Always"}"#)
    var record = makeRecord(["a": ended(1)])
    record.containers["a"]?.notBefore = Timestamp(seconds: 1020)
    let container = status(pod, record)["containerStatuses"]?[0]
    #expect(container?.value(at: "state", "waiting", "reason") == "CrashLoopBackOff")
    #expect(container?.value(at: "lastState", "terminated", "exitCode")?.int64 == 1)
  }

  @Test func aConditionKeepsItsTimeWhileItsStatusStays() throws {
    var pod = try makePod(#"{"containers": [{"name": "a"}]}"#)
    var present = Core.PodCondition()
    present.type = "PodScheduled"
    present.status = "True"
    present.lastTransitionTime = Timestamp(seconds: 5)
    pod.status.conditions = [present]
    let report = status(pod, makeRecord(["a": running]))
    #expect(condition(report, "PodScheduled")?["lastTransitionTime"]?.string == Timestamp(seconds: 5).text)
    #expect(condition(report, "Initialized")?["lastTransitionTime"]?.string == now.text)
  }
}

@Suite struct ContainerHealthTests {
  private func container(_ probes: String) throws -> Core.Container {
    try Core.Container(json: #"{"name": "a", \#(probes)}"#, options: .lenient)
  }

  @Test func aReadinessProbeNeedsItsThresholds() throws {
    let probe = #""readinessProbe": {"exec": {"command": ["x"]}, "initialDelaySeconds": 2, "periodSeconds": 5,"#
    var health = ContainerHealth(
      try container(probe + #""successThreshold": 2, "failureThreshold": 2}"#), start: Timestamp(seconds: 100))
    #expect(!health.isReady)
    #expect(health.begin(at: Timestamp(seconds: 101)).isEmpty)
    #expect(health.begin(at: Timestamp(seconds: 102)) == [.readiness])
    #expect(health.begin(at: Timestamp(seconds: 108)).isEmpty, "an answer is awaited")
    health.note(.readiness, true)
    #expect(!health.isReady)
    #expect(health.begin(at: Timestamp(seconds: 107)) == [.readiness])
    health.note(.readiness, true)
    #expect(health.isReady)
    health.note(.readiness, false)
    #expect(health.isReady)
    health.note(.readiness, false)
    #expect(!health.isReady)
    #expect(!health.isUnhealthy)
  }

  @Test func aStartupProbeHoldsTheOthersBack() throws {
    var health = ContainerHealth(
      try container(
        #""startupProbe": {"exec": {"command": ["x"]}, "failureThreshold": 1}, "livenessProbe": {"exec": {"command": ["y"]}}"#
      ),
      start: Timestamp(seconds: 100))
    #expect(!health.isStarted)
    #expect(health.begin(at: Timestamp(seconds: 200)) == [.startup])
    var failing = health
    failing.note(.startup, false)
    #expect(failing.isUnhealthy)
    health.note(.startup, true)
    #expect(health.isStarted && health.isReady)
    #expect(health.begin(at: Timestamp(seconds: 200)) == [.liveness])
  }
}
