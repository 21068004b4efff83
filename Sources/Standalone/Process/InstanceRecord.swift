import Glibc
import JSON
import Kube
import Transport

/// What a running instance writes down of itself for the commands that look for it.
public struct InstanceRecord: Sendable, Hashable {
  public var process: Int32
  /// When the process began, in clock ticks since the machine started: with it, a reused process number is noticed.
  public var processStart: UInt64
  /// The URL of the API.
  public var server: String
  public var version: String
  public var started: Timestamp

  /// Of this process.
  public init(server: String, version: String, started: Timestamp) {
    process = getpid()
    processStart = Self.processStart(of: process) ?? 0
    self.server = server
    self.version = version
    self.started = started
  }

  /// Reads what an instance wrote; nil when it is not there, not readable, or of a process that has ended.
  public init?(readingFrom directory: DataDirectory) {
    guard let bytes = try? File.read(directory.record, limit: 1 << 16), let value = try? JSONValue(parsing: bytes),
      let process = value["process"]?.int64.flatMap({ Int32(exactly: $0) }), process > 1,
      let processStart = value["processStart"]?.int64, let server = value["server"]?.string,
      let version = value["version"]?.string, let started = value["started"]?.string.flatMap({ Timestamp($0) })
    else { return nil }
    self.process = process
    self.processStart = UInt64(clamping: processStart)
    self.server = server
    self.version = version
    self.started = started
    guard Self.processStart(of: process) == self.processStart else { return nil }
  }

  public func write(to directory: DataDirectory) throws(StandaloneError) {
    let value: JSONValue = [
      "process": .number(JSONNumber(process)), "processStart": .number(JSONNumber(processStart)),
      "server": .string(server), "version": .string(version), "started": .string(started.text),
    ]
    try PrivateFile.write(Array((value.serialized(pretty: true) + "\n").utf8), to: directory.record)
  }

  /// The 22nd field of `/proc/PID/stat` (proc(5)); nil when there is no such process.
  private static func processStart(of process: Int32) -> UInt64? {
    guard let bytes = try? File.read("/proc/\(process)/stat", limit: 1 << 16) else { return nil }
    // The second field is a name in parentheses, which may hold anything.
    guard let end = bytes.lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let fields = String(decoding: bytes[(end + 1)...], as: UTF8.self).split(separator: " ")
    return fields.count > 19 ? UInt64(fields[19]) : nil
  }
}
