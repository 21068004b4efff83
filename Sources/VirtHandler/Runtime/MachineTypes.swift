import Glibc
import Processes

/// The machine types that guests of the node can have, which pods of current launchers select nodes by.
enum MachineTypes {
  static let labelPrefix = "machine-type.node.kubevirt.io/"

  #if arch(arm64)
    private static let emulator = "/usr/bin/qemu-system-aarch64"
    private static let usual = ["virt"]
  #else
    private static let emulator = "/usr/bin/qemu-system-x86_64"
    private static let usual = ["q35", "pc"]
  #endif

  /// As the node's QEMU tells them; those that every QEMU has where it can't be asked.
  static func supported() async -> [String] {
    guard access(emulator, X_OK) == 0, let (child, output) = ask() else { return usual }
    var text: [UInt8] = []
    for await piece in output.pieces() where text.count < 1 << 20 { text += piece }
    guard await child.wait() == 0 else { return usual }
    let found = names(in: String(decoding: text, as: UTF8.self))
    return found.isEmpty ? usual : found
  }

  /// QEMU, and what it prints; the end that it prints to is open in it alone.
  private static func ask() -> (ChildProcess, OpenFile)? {
    guard let (ours, theirs) = try? OpenFile.pair() else { return nil }
    var options = ChildProcess.Options()
    options.descriptors = [1: theirs.descriptor]
    guard let child = try? ChildProcess.start([emulator, "-machine", "help"], options) else { return nil }
    return (child, ours)
  }

  /// The first column of what `-machine help` prints, without its heading.
  static func names(in help: String) -> [String] {
    help.split(separator: "\n").dropFirst().compactMap { line in
      guard let name = line.split(separator: " ").first, name != "none",
        name.utf8.allSatisfy({ isNameByte($0) })
      else { return nil }
      return String(name)
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
