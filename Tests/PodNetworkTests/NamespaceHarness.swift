import CLinux
import Foundation
import Kube
import Synchronization
import Testing

@testable import PodNetwork

/// Network namespaces with real links for a test, gone with all that is in them when the test ends.
enum NamespaceHarness {
  /// Why real links cannot be made here; nil where they can.
  static let obstacle: String? = {
    if geteuid() != 0 { return "this needs root" }
    let missing = ["ip", "nsenter", "setpriv", "unshare", "busybox", "python3"].filter { program in
      !(ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
        access("\($0)/\(program)", X_OK) == 0
      }
    }
    if !missing.isEmpty { return "these programs are missing: \(missing.joined(separator: " "))" }
    do {
      try NetworkNamespace.runInNew { () throws(NetworkError) in
        guard try RouteSocket().add("bridge", "probe", mac: nil, mtu: 1500) else {
          throw .invalid("the kernel has no bridges")
        }
      }
    } catch { return "\(error)" }
    return nil
  }()

  static var isUsable: Bool {
    if let obstacle { print("skipped, no real links: \(obstacle)") }
    return obstacle == nil
  }

  /// Runs a program and returns what it wrote to standard output.
  /// - Throws: `Failure` unless it ends with 0.
  @discardableResult static func run(_ arguments: String...) throws -> String { try run(arguments) }

  @discardableResult static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(arguments.joined(separator: " ")): \(text)")
    }
    return text
  }

  struct Failure: Error, CustomStringConvertible { var description: String }
}

/// A network namespace that a sleeping process holds.
final class TestNamespace: Sendable {
  private let holder: Mutex<Process>
  let process: Int32

  init() throws {
    let holder = Process()
    holder.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    holder.arguments = ["setpriv", "--pdeathsig", "KILL", "unshare", "-n", "sh", "-c", "echo ready; exec sleep 300"]
    let ready = Pipe()
    holder.standardOutput = ready
    holder.standardInput = FileHandle.nullDevice
    try holder.run()
    _ = try ready.fileHandleForReading.read(upToCount: 6)
    process = holder.processIdentifier
    self.holder = Mutex(holder)
    try run("ip", "link", "set", "lo", "up")
  }

  deinit {
    // The weaker signals are blocked in what a thread of the tests starts.
    kill(process, SIGKILL)
    holder.withLock { $0.waitUntilExit() }
  }

  @discardableResult func run(_ arguments: String...) throws -> String {
    try NamespaceHarness.run(["nsenter", "-t", "\(process)", "-n"] + arguments)
  }

  /// Starts a program and does not wait for it.
  func start(_ arguments: String...) throws -> Process {
    let program = Process()
    program.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    program.arguments = ["nsenter", "-t", "\(process)", "-n"] + arguments
    program.standardOutput = FileHandle.nullDevice
    program.standardInput = FileHandle.nullDevice
    try program.run()
    return program
  }

  func inside<Value: Sendable>(
    _ body: @escaping @Sendable () throws(NetworkError) -> Value
  ) throws(NetworkError) -> Value {
    try NetworkNamespace.run(ofProcess: process, body)
  }
}

/// A pod with a link to its node, as a container network makes it.
struct TestPod {
  let node: TestNamespace
  let pod: TestNamespace
  let folder: URL

  init() throws {
    node = try TestNamespace()
    pod = try TestNamespace()
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("pod-network-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try node.run(
      "ip", "link", "add", "node0", "mtu", "1450", "type", "veth", "peer", "name", "eth0", "mtu", "1450", "netns",
      "\(pod.process)")
    for address in ["10.244.7.1/24", "fd00:7::1/64"] {
      try node.run("ip", "address", "add", address, "dev", "node0", "nodad")
    }
    try node.run("ip", "link", "set", "node0", "up")
    try pod.run("ip", "link", "set", "eth0", "address", "0a:58:0a:f4:07:05")
    for address in ["10.244.7.5/24", "fd00:7::5/64"] {
      try pod.run("ip", "address", "add", address, "dev", "eth0", "nodad")
    }
    try pod.run("ip", "link", "set", "eth0", "up")
    try pod.run("ip", "route", "add", "default", "via", "10.244.7.1")
    try pod.run("ip", "-6", "route", "add", "default", "via", "fd00:7::1")
  }

  func setup(_ profile: NetworkProfile) -> PodNetworkSetup {
    PodNetworkSetup(
      profile: profile, cacheFile: folder.appendingPathComponent("network.json").path,
      privileges: .init(isNetworkAdministrator: true, hasPasst: false))
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}

/// A guest: a namespace with one card.
struct TestGuest {
  let namespace: TestNamespace
  let card = "ens1"
  /// Carries frames between the pod's device and the guest's card, as QEMU does.
  private let cable: Cable?

  /// A guest whose device libvirt would put on the bridge.
  init(on bridge: String, of pod: TestNamespace, mac: HardwareAddress) throws {
    namespace = try TestNamespace()
    cable = nil
    try pod.run("ip", "link", "add", "vnet0", "type", "veth", "peer", "name", card, "netns", "\(namespace.process)")
    try pod.run("ip", "link", "set", "vnet0", "master", bridge, "up")
    try namespace.run("ip", "link", "set", card, "address", "\(mac)", "up")
  }

  /// A guest on a device that is there already.
  init(on tap: String, opening pod: TestNamespace, mac: HardwareAddress) throws {
    let namespace = try TestNamespace()
    self.namespace = namespace
    let card = card
    let left = try pod.inside { () throws(NetworkError) in clinux_open_tap(tap, 0) }
    let right = try namespace.inside { () throws(NetworkError) in clinux_open_tap(card, 0) }
    try #require(left >= 0 && right >= 0)
    cable = Cable(left, right)
    try namespace.run("ip", "link", "set", card, "address", "\(mac)", "up")
  }

  /// Asks for an address as guests do, takes it, and returns what the client was told.
  func runDHCPClient(in folder: URL) throws -> [String: String] {
    let script = folder.appendingPathComponent("udhcpc.sh")
    let answer = folder.appendingPathComponent("answer")
    try """
    #!/bin/sh
    [ "$1" = bound ] || exit 0
    ip address add "$ip/$mask" dev "$interface"
    ip route replace default via "$router"
    env > \(answer.path)
    """.write(to: script, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
    try namespace.run(
      "busybox", "udhcpc", "-i", card, "-f", "-q", "-n", "-t", "10", "-T", "1", "-s", script.path, "-O", "mtu", "-O",
      "search", "-O", "staticroutes")
    let lines = try String(contentsOf: answer, encoding: .utf8).split(separator: "\n")
    return Dictionary(
      lines.compactMap { line in
        line.firstIndex(of: "=").map { (String(line[..<$0]), String(line[line.index(after: $0)...])) }
      }, uniquingKeysWith: { first, _ in first })
  }
}

private final class Cable: Sendable {
  private let ends: (Int32, Int32)
  private let ending = clinux_eventfd()
  private let thread = Mutex<pthread_t?>(nil)

  init(_ left: Int32, _ right: Int32) {
    ends = (left, right)
    let ending = ending
    let started = try? ThreadBody {
      var frame = [UInt8](repeating: 0, count: 65536)
      while true {
        var descriptors = [ending, left, right].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        guard poll(&descriptors, 3, -1) > 0, descriptors[0].revents == 0 else { return }
        for (from, to) in [(1, right), (2, left)] where descriptors[from].revents != 0 {
          let count = read(descriptors[from].fd, &frame, frame.count)
          if count > 0 { _ = write(to, frame, count) }
        }
      }
    }.start()
    thread.withLock { $0 = started }
  }

  deinit {
    var one: UInt64 = 1
    _ = write(ending, &one, 8)
    thread.withLock { if let thread = $0 { pthread_join(thread, nil) } }
    for descriptor in [ends.0, ends.1, ending] { close(descriptor) }
  }
}
