import ArgumentParser
import Glibc

/// Runs the controllers over many random orders of events, and says which seeds show a fault.
@main
struct SimulationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulation",
    abstract: "Run the controllers in virtual time over random orders of events, crashes and lost messages.")

  @Option(help: "How many schedules are run.")
  var seeds: UInt64 = 10_000

  @Option(help: "The first seed; a schedule that fails is run again by its seed and --seeds 1.")
  var first: UInt64 = 1

  @Flag(help: "Print what happened in schedules that fail.")
  var trace = false

  @Flag(help: "Print how often what happened.")
  var statistics = false

  mutating func run() throws {
    try Self.fixHashing()
    var counts: [String: Int] = [:]
    var failures = 0
    var steps = 0
    var incidents = Incidents()
    for seed in first..<first + seeds {
      var schedule = Schedule(seed: seed, isTraced: trace)
      if let fault = schedule.run() {
        failures += 1
        print("seed \(seed): \(fault)   (replay: simulation --first \(seed) --seeds 1 --trace)")
        for line in schedule.trace { print("    \(line)") }
        if failures == 20 { break }
      }
      steps += schedule.steps
      incidents += schedule.incidents
      if statistics { counts.merge(schedule.statistics, uniquingKeysWith: +) }
    }
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) { print("\(count)  \(name)") }
    print(incidents.text)
    print("\(seeds) schedules, \(steps) steps, \(failures) failed")
    if failures > 0 { throw ExitCode.failure }
  }

  /// The order of dictionaries is another one in each process unless the environment says otherwise when it starts; a
  /// seed that is to say the same again needs the one order. So the process begins once more with that.
  private static func fixHashing() throws {
    let name = "SWIFT_DETERMINISTIC_HASHING"
    if getenv(name) != nil { return }
    setenv(name, "1", 1)
    var arguments = CommandLine.arguments.map { strdup($0) }
    arguments.append(nil)
    execv("/proc/self/exe", &arguments)
    throw ValidationError("the program could not be started again: \(String(cString: strerror(errno)))")
  }
}
