import JSON

/// What this build is, for `/version`, the metrics and the log.
public enum BuildInformation {
  /// The version of swift-virt itself.
  public static let version = "0.1.0"
  /// The KubeVirt release whose current API this build speaks.
  public static let compatibleRelease = "v1.8.4"

  #if arch(x86_64)
    public static let architecture = "amd64"
  #elseif arch(arm64)
    public static let architecture = "arm64"
  #else
    public static let architecture = "unknown"
  #endif

  /// Members as Kubernetes' `version.Info` names them.
  public static let versionJSON: [UInt8] =
    ([
      "gitVersion": .string(compatibleRelease), "gitCommit": "", "gitTreeState": "", "buildDate": "",
      "goVersion": "", "compiler": .string("swift-virt/\(version)"), "platform": .string("linux/\(architecture)"),
    ] as JSONValue).jsonBytes()
}
