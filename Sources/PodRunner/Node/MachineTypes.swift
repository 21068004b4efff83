/// The machines that this node's QEMU emulates, as node labels by which instances choose their nodes; virt-handler knows
/// more of a node and adds to them.
enum MachineTypes {
  static let labelPrefix = "machine-type.node.kubevirt.io/"

  /// Empty where there is no QEMU.
  static func labels() async -> [String: String] {
    let architecture = NodeReport.architecture == "arm64" ? "aarch64" : "x86_64"
    guard let program = ProgramRun.find(["qemu-system-" + architecture, "qemu-kvm"]),
      let outcome = try? await ProgramRun.run([program, "-machine", "help"], timeout: .seconds(20)), outcome.code == 0
    else { return [:] }
    return labels(help: String(decoding: outcome.output, as: UTF8.self))
  }

  /// From what `qemu -machine help` prints: a heading, then a name and its description a line.
  static func labels(help: String) -> [String: String] {
    var labels: [String: String] = [:]
    for line in help.split(separator: "\n").dropFirst() {
      guard let name = line.split(separator: " ").first, name != "none", name != "x-remote" else { continue }
      labels[labelPrefix + name] = "true"
    }
    return labels
  }
}
