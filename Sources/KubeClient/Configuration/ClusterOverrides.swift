import JSON

/// What a user says by flags in place of the kubeconfig, flag by flag as kubectl has them.
public struct ClusterOverrides: Sendable, Hashable {
  /// `--context`, `--cluster`, `--user`: entries of the kubeconfig.
  public var context: String?
  public var cluster: String?
  public var user: String?
  /// `--namespace`.
  public var namespace: String?
  /// `--server`: a URL.
  public var server: String?
  public var tlsServerName: String?
  public var skipsTLSVerification: Bool?
  /// Files.
  public var certificateAuthority: String?
  public var clientCertificate: String?
  public var clientKey: String?
  public var token: String?
  /// `--as`, `--as-group`, `--as-uid`.
  public var impersonation: ClusterAccess.Impersonation?

  public init(context: String? = nil) { self.context = context }

  /// A flag takes the place of all that the file says about its matter: a file name that of data, for one.
  func applied(toCluster cluster: JSONValue) -> JSONValue {
    var cluster = cluster
    if let server { cluster["server"] = .string(server) }
    if let tlsServerName { cluster["tls-server-name"] = .string(tlsServerName) }
    if let certificateAuthority {
      cluster["certificate-authority"] = .string(certificateAuthority)
      cluster["certificate-authority-data"] = nil
      cluster["insecure-skip-tls-verify"] = nil
    }
    if let skipsTLSVerification { cluster["insecure-skip-tls-verify"] = .bool(skipsTLSVerification) }
    return cluster
  }

  func applied(toUser user: JSONValue) -> JSONValue {
    var user = user
    if let clientCertificate {
      user["client-certificate"] = .string(clientCertificate)
      user["client-certificate-data"] = nil
    }
    if let clientKey {
      user["client-key"] = .string(clientKey)
      user["client-key-data"] = nil
    }
    if let token {
      user["token"] = .string(token)
      user["tokenFile"] = nil
    }
    if token != nil || clientCertificate != nil {
      user["exec"] = nil
      user["auth-provider"] = nil
    }
    return user
  }
}

extension ClusterAccess {
  /// How kubectl would reach a cluster: by the kubeconfig that is named, else by those of the environment, else as the
  /// pod that we run in.
  /// - Parameter file: `--kubeconfig`; it must exist when it is given.
  public static func standard(
    file: String? = nil, overrides: ClusterOverrides = ClusterOverrides()
  ) throws(KubeconfigError) -> ClusterAccess {
    if let file { return try Kubeconfig(file: file).access(overrides) }
    let files = Kubeconfig.standardFiles()
    if let kubeconfig = try Kubeconfig.merging(files: files) { return try kubeconfig.access(overrides) }
    if overrides.server == nil, var access = inCluster() {
      if let namespace = overrides.namespace { access.namespace = namespace }
      if let impersonation = overrides.impersonation { access.impersonation = impersonation }
      return access
    }
    guard overrides.server != nil else {
      throw KubeconfigError(
        file: files.first ?? "kubeconfig",
        reason: "there is no kubeconfig; name one with --kubeconfig or KUBECONFIG, or a server with --server")
    }
    return try Kubeconfig(parsing: Array("{}".utf8), file: files.first ?? "kubeconfig").access(overrides)
  }
}
