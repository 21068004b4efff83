import ComponentBase
import JSON
import VirtAPI

/// What `/version` answers (version.Info).
enum ServerVersion {
  /// The Kubernetes release whose API clients may expect; kubectl warns when it is far from its own.
  static let major = "1"
  static let minor = "32"

  #if arch(x86_64)
    private static let architecture = "amd64"
  #elseif arch(arm64)
    private static let architecture = "arm64"
  #else
    private static let architecture = "unknown"
  #endif

  static let json: JSONValue = [
    "major": .string(major), "minor": .string(minor), "gitVersion": .string("v\(major).\(minor).0+swift-virt"),
    "gitCommit": "", "gitTreeState": "", "buildDate": "1970-01-01T00:00:00Z", "goVersion": "",
    "compiler": .string("swift-virt/\(BuildInformation.version)"), "platform": .string("linux/\(architecture)"),
  ]
}
