/// The service accounts of KubeVirt's own components, which may do what users may not.
public enum KubeVirtAccounts {
  private static let names: Set<Substring> = [
    "kubevirt-apiserver", "kubevirt-controller", "kubevirt-handler", "kubevirt-synchronization-controller",
  ]

  /// Whether a request's user is one of them, in the namespace where KubeVirt is installed.
  public static func contains(_ username: String, installNamespace: String) -> Bool {
    let prefix = "system:serviceaccount:\(installNamespace):"
    return username.hasPrefix(prefix) && names.contains(username.dropFirst(prefix.count))
  }
}
