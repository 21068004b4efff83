import Glibc
import Processes

/// The first process of a launcher's container: it starts virt-launcher with its own arguments, passes signals on,
/// collects processes that nobody waits for, and leaves no QEMU behind. Its exit code is virt-launcher's.
@main
struct MonitorProgram {
  private static let launcher = "/usr/bin/virt-launcher"
  /// Flag of ours, which virt-launcher does not see: keep the container of a launcher that failed, for a look at it.
  private static let keepAfterFailure = "--keep-after-failure"

  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let keepsContainer = arguments.contains(keepAfterFailure)
    arguments.removeAll { $0 == keepAfterFailure }
    var signals = MonitoredSignals()
    var options = ChildProcess.Options()
    options.descriptors = [1: 1, 2: 2]
    let child: ChildProcess
    do throws(ChildProcessError) {
      child = try ChildProcess.start([launcher] + arguments, options)
    } catch {
      say("\(error)")
      exit(127)
    }
    let code = wait(for: child, &signals)
    GuestProcesses.end(&signals)
    if code != 0 && keepsContainer {
      say("virt-launcher failed (\(code)); the container is kept until it is ended")
      while signals.next(within: 3600) != .end {}
    }
    exit(code)
  }

  /// The launcher's exit code, or 128 and the signal that ended it.
  private static func wait(for child: ChildProcess, _ signals: inout MonitoredSignals) -> Int32 {
    while true {
      switch signals.next(within: 60) {
      case .end: child.signal(SIGTERM)
      case .childrenChanged, .nothing: break
      }
      var status: Int32 = 0
      while case let pid = waitpid(-1, &status, WNOHANG), pid > 0 {
        guard pid == child.pid else { continue }
        // The layout of wait(2)'s status: the signal in the low 7 bits, the exit code in the next byte.
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
      }
    }
  }

  static func say(_ text: String) {
    let line = Array("virt-launcher-monitor: \(text)\n".utf8)
    _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }
}

/// Signals of interest, held back so that none is lost between two looks.
struct MonitoredSignals {
  enum Event {
    /// The container is to end.
    case end
    case childrenChanged
    case nothing
  }

  private var signals = sigset_t()

  init() {
    sigemptyset(&signals)
    for signal in [SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGCHLD] { sigaddset(&signals, signal) }
    sigprocmask(SIG_BLOCK, &signals, nil)
  }

  mutating func next(within seconds: Int, nanoseconds: Int = 0) -> Event {
    var time = timespec(tv_sec: seconds, tv_nsec: nanoseconds)
    switch sigtimedwait(&signals, nil, &time) {
    case SIGCHLD: return .childrenChanged
    case SIGTERM, SIGINT, SIGQUIT, SIGHUP: return .end
    default: return .nothing
    }
  }
}

/// QEMU processes of the container.
enum GuestProcesses {
  /// Ends those that are left: 10 s after being asked, by force.
  static func end(_ signals: inout MonitoredSignals) {
    var remaining = find()
    guard !remaining.isEmpty else { return }
    MonitorProgram.say("virt-launcher has left a guest behind, which is ended: \(remaining)")
    for pid in remaining { kill(pid, SIGTERM) }
    for _ in 0..<100 {
      _ = signals.next(within: 0, nanoseconds: 100_000_000)
      while waitpid(-1, nil, WNOHANG) > 0 {}
      remaining = find()
      if remaining.isEmpty { return }
    }
    for pid in remaining { kill(pid, SIGKILL) }
  }

  private static func find() -> [pid_t] {
    guard let stream = opendir("/proc") else { return [] }
    defer { closedir(stream) }
    var found: [pid_t] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { String(cString: $0) }
      }
      guard let pid = pid_t(name), pid != getpid(), isGuest(pid) else { continue }
      found.append(pid)
    }
    return found
  }

  private static func isGuest(_ pid: pid_t) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { readlink("/proc/\(pid)/exe", $0, text.count) } ?? -1
      }
    }
    guard count > 0 else { return false }
    let name = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "/").last ?? ""
    return name.hasPrefix("qemu-system-") || name.hasPrefix("qemu-kvm")
  }
}
