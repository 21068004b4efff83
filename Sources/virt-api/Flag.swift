/// A flag of a command line in the form of Kubernetes' servers: `--name value` or `--name=value`, and `-n value` where
/// it has a letter.
struct Flag<Options>: Sendable {
  let name: String
  var letter: Character?
  /// Takes the arguments up to the next flag, each as a value.
  var takesMany = false
  /// What the value is, as the help names it.
  let value: String
  let help: String
  /// Takes a value; false when it is none for this flag.
  let set: @Sendable (inout Options, String) -> Bool
}

/// Why a command line can't be used.
enum FlagError: Error, Equatable, CustomStringConvertible {
  case unknown(String)
  case missingValue(String)
  case invalidValue(String, flag: String)
  case unexpected(String)
  /// Flags that are right by themselves do not go together.
  case conflict(String)

  var description: String {
    switch self {
    case .unknown(let flag): "unknown flag \(flag)"
    case .missingValue(let flag): "\(flag) needs a value"
    case .invalidValue(let value, let flag): "\"\(value)\" is no value for \(flag)"
    case .unexpected(let argument): "unexpected argument \"\(argument)\""
    case .conflict(let what): what
    }
  }
}

/// A command's flags.
///
/// Small on purpose: ArgumentParser brings a part of Foundation with it, two megabytes of a server's resident memory.
struct FlagTable<Options>: Sendable {
  let flags: [Flag<Options>]

  /// Sets what the arguments say.
  func parse(_ arguments: some Sequence<String>, into options: inout Options) throws(FlagError) {
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      let (flag, given) = try find(argument)
      var values = given.map { [$0] } ?? []
      while values.isEmpty || flag.takesMany, let next = rest.first, !isFlag(next) {
        values.append(next)
        rest.removeFirst()
      }
      if values.isEmpty { throw .missingValue("--\(flag.name)") }
      for value in values where !flag.set(&options, value) {
        throw .invalidValue(value, flag: "--\(flag.name)")
      }
    }
  }

  /// A negative number is a value.
  private func isFlag(_ argument: String) -> Bool {
    argument.utf8.first == UInt8(ascii: "-") && argument.utf8.count > 1 && Int(argument) == nil
  }

  /// The flag that an argument names, and the value where it holds that too.
  private func find(_ argument: String) throws(FlagError) -> (flag: Flag<Options>, value: String?) {
    guard isFlag(argument) else { throw .unexpected(argument) }
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0]
    let value = parts.count > 1 ? String(parts[1]) : nil
    let found = flags.first { flag in
      name == "--\(flag.name)" || flag.letter.map { name == "-\($0)" } == true
    }
    guard let found else { throw .unknown(String(name)) }
    return (found, value)
  }

  /// A line or two for each flag, its name aligned with the others.
  var help: String {
    let heads = flags.map { flag in "\(flag.letter.map { "-\($0), " } ?? "    ")--\(flag.name) <\(flag.value)>" }
    let width = (heads.map(\.count).max() ?? 0) + 2
    return zip(flags, heads).map { flag, head in
      "  " + head + String(repeating: " ", count: width - head.count) + flag.help
    }.joined(separator: "\n")
  }
}
