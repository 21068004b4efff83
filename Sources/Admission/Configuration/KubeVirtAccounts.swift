/// The service accounts of KubeVirt's own components, which may do what users may not.
public enum KubeVirtAccounts {
  /// The controller's user name.
  static func controller(installNamespace: String) -> String {
    "system:serviceaccount:\(installNamespace):kubevirt-controller"
  }

  /// The user name of the agents on nodes.
  static func handler(installNamespace: String) -> String {
    "system:serviceaccount:\(installNamespace):kubevirt-handler"
  }

  private static let names: Set<Substring> = [
    "kubevirt-apiserver", "kubevirt-controller", "kubevirt-handler", "kubevirt-synchronization-controller",
  ]

  /// Whether a request's user is one of them, in the namespace where KubeVirt is installed.
  public static func contains(_ username: String, installNamespace: String) -> Bool {
    let prefix = "system:serviceaccount:\(installNamespace):"
    return username.hasPrefix(prefix) && names.contains(username.dropFirst(prefix.count))
  }
}
