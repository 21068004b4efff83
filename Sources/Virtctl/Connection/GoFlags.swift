/// The notations of flags that scripts written for the Go program use and Swift's parser does not know.
enum GoFlags {
  /// Flags without a value, which Go's parser also takes as `--flag=true`.
  private static let switches: Set<String> = [
    "--force", "--dry-run", "--paused", "--client", "-c", "--insecure-skip-tls-verify",
  ]

  /// The arguments as Swift's parser takes them: switches without a value, and flags that stand before the command
  /// behind it.
  static func normalized(_ arguments: [String], subcommands: Set<String>) -> [String] {
    let arguments = arguments.compactMap(switched)
    guard let command = positionOfCommand(in: arguments), command > 0, subcommands.contains(arguments[command]) else {
      return arguments
    }
    var moved = Array(arguments[command...])
    moved.insert(contentsOf: arguments[..<command], at: 1)
    return moved
  }

  /// Where the first argument is that is neither a flag nor the value of one.
  private static func positionOfCommand(in arguments: [String]) -> Int? {
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("-") {
      let argument = arguments[index]
      let holdsValue = argument.contains("=") || switches.contains(argument) || isJoined(argument)
      index += holdsValue ? 1 : 2
    }
    return index < arguments.count ? index : nil
  }

  /// A short flag with its value behind it, such as `-nkubevirt`.
  private static func isJoined(_ argument: String) -> Bool { !argument.hasPrefix("--") && argument.count > 2 }

  /// A switch without its value; nil for one that is off.
  private static func switched(_ argument: String) -> String? {
    guard let equals = argument.firstIndex(of: "="), switches.contains(String(argument[..<equals])) else {
      return argument
    }
    // The values of Go's strconv.ParseBool.
    switch argument[argument.index(after: equals)...] {
    case "1", "t", "T", "true", "TRUE", "True": return String(argument[..<equals])
    case "0", "f", "F", "false", "FALSE", "False": return nil
    default: return argument
    }
  }
}
