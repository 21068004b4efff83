import Kube
import KubeClient
import VirtController

/// One run of the simulated cluster: a random order of events, all of which its seed decides.
struct Schedule {
  let seed: UInt64
  /// Steps with users, accidents, crashes and lost watches, before everything is let come to rest.
  static let turbulentSteps = 300
  /// More steps than this without coming to rest are a loop.
  static let stepLimit = 20_000

  private var random: SeededGenerator
  private var server = ModelServer()
  private var controller: ModelController
  private var now = Duration.zero
  private let definitions: [ControllerDefinition]
  private(set) var steps = 0
  private(set) var incidents = Incidents()
  /// Until which steps caches hear of nothing.
  private var stalls: [GroupVersionResource: Int] = [:]
  private var history = HistoryChecks()
  /// What happened, for people; kept only when asked for.
  private(set) var trace: [String] = []
  private let isTraced: Bool

  init(seed: UInt64, isTraced: Bool = false) {
    self.seed = seed
    self.isTraced = isTraced
    random = SeededGenerator(seed: seed)
    definitions = [.machines, .instances, .replicaSets]
    controller = ModelController(server, definitions: definitions, now: .zero)
  }

  /// Caches that fall behind now and then, besides what chance has each of them wait.
  private static let stalling = [
    Resources.virtualMachines, Resources.virtualMachineInstances, Resources.replicaSets, Resources.pods,
  ]

  private var time: Timestamp { Timestamp(seconds: 1_700_000_000) + now }

  /// Runs to the end.
  /// - Returns: what went wrong; nil when all is well.
  mutating func run() -> String? {
    for _ in 0..<Self.turbulentSteps {
      disturb()
      if let violation = violation() { return violation }
    }
    if let fault = settle() { return fault }
    if let unreached = Invariants.unreached(in: server) { return unreached }
    // Looking at everything again must change nothing.
    let writes = server.writes
    controller.resynchronize(now)
    if let fault = settle() { return "after a resynchronization: \(fault)" }
    if server.writes != writes { return "\(server.writes - writes) writes when nothing was left to be done" }
    return nil
  }

  private mutating func violation() -> String? {
    history.violation(in: server, by: controller) ?? Invariants.violation(in: server)
  }

  /// One event of any kind.
  private mutating func disturb() {
    steps += 1
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<7:
      note("user")
      incidents.usersMoves += 1
      ModelUser.act(on: &server, at: time, &random)
    case 7..<12:
      if let accident = ModelNode.accidents(server).randomElement(using: &random) {
        note("accident \(accident)")
        incidents.accidents += 1
        accident.apply(to: &server, at: time)
      }
    case 12..<14:
      // The next process begins without expectations, and with a list or with caches that it has kept.
      let isTakenOver = random.chance(2)
      note(isTakenOver ? "takeover" : "crash")
      if isTakenOver { incidents.takeovers += 1 } else { incidents.crashes += 1 }
      controller = ModelController(
        server, definitions: definitions, caches: isTakenOver ? controller.caches : nil, now: now)
    case 14..<17:
      let resource = controller.caches.resources.randomElement(using: &random) ?? Resources.pods
      note("lost watch of \(resource.resource)")
      incidents.lostWatches += 1
      controller.relist(resource, server, now)
    case 17..<20:
      note("somebody else writes")
      ModelUser.touch(on: &server, at: time, &random)
    case 20..<24: now += .milliseconds(Int.random(in: 1...30_000, using: &random))
    case 25:
      let resource = Self.stalling.randomElement(using: &random) ?? Resources.pods
      note("cache of \(resource.resource) stalls")
      incidents.stalls += 1
      stalls[resource] = steps + Int.random(in: 10...60, using: &random)
    case 24:
      note("resynchronization")
      controller.resynchronize(now)
    default: proceed()
    }
  }

  /// One event of those that come by themselves; false when there is none at this moment.
  @discardableResult
  private mutating func proceed() -> Bool {
    let moves = ModelNode.moves(server)
    let behind = controller.caches.resources.filter {
      steps >= stalls[$0] ?? 0 && controller.caches.isBehind($0, server)
    }
    var kinds: [Int] = []
    if !moves.isEmpty { kinds.append(0) }
    if !behind.isEmpty { kinds += [1, 1, 1] }
    if controller.hasWork(now) { kinds += [2, 2, 2] }
    guard let kind = kinds.randomElement(using: &random) else { return false }
    switch kind {
    case 0:
      if let move = moves.randomElement(using: &random) {
        note("\(move)")
        move.apply(to: &server, at: time)
      }
    case 1:
      if let resource = behind.randomElement(using: &random) {
        let changes = controller.caches.follow(resource, server)
        note("cache follows \(resource.resource): \(changes.map { "\($0.object.id) \($0.object.resourceVersion)" })")
        controller.observe(changes, of: resource, now)
      }
    default:
      controller.step(&server, now, time, &random, &incidents)
      if isTraced { trace.append("\(steps) \(controller.lastStep)") }
    }
    server.collectGarbage(at: time)
    now += .milliseconds(1)
    return true
  }

  /// Lets everything happen that still is to happen, and time pass where nothing else is left.
  /// - Returns: what goes wrong meanwhile; nil when all is well.
  private mutating func settle() -> String? {
    var idle = 0
    stalls = [:]
    for _ in 0..<Self.stepLimit {
      steps += 1
      if proceed() {
        if let violation = violation() { return violation }
        continue
      }
      guard let due = controller.nextDue, idle < 200 else { return nil }
      now = max(now, due)
      idle += 1
    }
    return "does not come to rest"
  }

  /// How often what was written, and in which phases instances have been.
  var statistics: [String: Int] {
    var counts: [String: Int] = [:]
    for (resource, changes) in server.log {
      let name = resource.resource
      for change in changes {
        switch change {
        case .added: counts["\(name) made", default: 0] += 1
        case .modified(let object):
          counts["\(name) changed", default: 0] += 1
          if resource == Resources.virtualMachineInstances {
            counts["instance seen \(object.value(at: "status", "phase")?.string ?? "")", default: 0] += 1
          }
        case .deleted: counts["\(name) gone", default: 0] += 1
        default: break
        }
      }
    }
    for event in controller.events { counts["event \(event.reason)", default: 0] += 1 }
    return counts
  }

  private mutating func note(_ text: @autoclosure () -> String) {
    if isTraced { trace.append("\(steps) \(text())") }
  }
}
