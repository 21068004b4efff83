import JSON

/// A program that is to be run in the guest by its agent (`LauncherPath.guestExec`).
public struct GuestCommand: Sendable, Hashable {
  public var program: String
  public var arguments: [String]
  /// How long its end is waited for, in seconds.
  public var timeoutSeconds: Int64

  public init(program: String, arguments: [String] = [], timeoutSeconds: Int64 = 1) {
    self.program = program
    self.arguments = arguments
    self.timeoutSeconds = timeoutSeconds
  }

  public init(_ json: JSONValue) {
    self.init(
      program: json["command"]?.string ?? "", arguments: (json["arguments"]?.array ?? []).compactMap(\.string),
      timeoutSeconds: json["timeoutSeconds"]?.int64 ?? 1)
  }

  public var json: JSONValue {
    [
      "command": .string(program), "arguments": .array(arguments.map { .string($0) }),
      "timeoutSeconds": .number(JSONNumber(timeoutSeconds)),
    ]
  }
}

/// How a program in the guest ended.
public struct GuestCommandResult: Sendable, Hashable {
  /// Its exit code, or 128 and the number of the signal that ended it.
  public var exitCode: Int64
  /// What it wrote to standard output.
  public var output: String

  public init(exitCode: Int64, output: String) {
    self.exitCode = exitCode
    self.output = output
  }

  public init(_ json: JSONValue) {
    self.init(exitCode: json["exitCode"]?.int64 ?? 1, output: json["output"]?.string ?? "")
  }

  public var json: JSONValue { ["exitCode": .number(JSONNumber(exitCode)), "output": .string(output)] }
}
