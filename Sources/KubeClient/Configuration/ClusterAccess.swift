import Glibc
import JSON
import Transport

/// Where an API server is and as whom to talk to it.
public struct ClusterAccess: Sendable, Hashable {
  /// What goes into the `authorization` header; client certificates are the endpoint's.
  public enum Authorization: Sendable, Hashable {
    case none
    case token(String)
    /// Read for every request, because service account tokens are replaced while a process runs.
    case tokenFile(String)
  }

  /// Another user (Kubernetes, "User impersonation").
  public struct Impersonation: Sendable, Hashable {
    public var user: String
    public var groups: [String]
    public var uid: String

    public init(user: String, groups: [String] = [], uid: String = "") {
      self.user = user
      self.groups = groups
      self.uid = uid
    }

    /// What a kubeconfig's user says of it; nil when nothing.
    init?(user: JSONValue) {
      guard let name = user["as"]?.string, !name.isEmpty else { return nil }
      self.init(
        user: name, groups: user["as-groups"]?.array?.compactMap(\.string) ?? [], uid: user["as-uid"]?.string ?? "")
    }

    var headers: [(String, String)] {
      [("impersonate-user", user)] + groups.map { ("impersonate-group", $0) }
        + (uid.isEmpty ? [] : [("impersonate-uid", uid)])
    }
  }

  public var endpoint: HTTPEndpoint
  /// Put before every path, for API servers behind a proxy; without a slash at the end.
  public var pathPrefix: String
  public var authorization: Authorization
  /// In whose name requests are made, where it is not the user's own.
  public var impersonation: Impersonation?
  /// The namespace of requests that name none.
  public var namespace: String

  public init(
    endpoint: HTTPEndpoint, pathPrefix: String = "", authorization: Authorization = .none,
    impersonation: Impersonation? = nil, namespace: String = "default"
  ) {
    self.endpoint = endpoint
    self.pathPrefix = pathPrefix
    self.authorization = authorization
    self.impersonation = impersonation
    self.namespace = namespace
  }

  /// Where Kubernetes mounts a pod's service account.
  public static let serviceAccountFolder = "/var/run/secrets/kubernetes.io/serviceaccount"

  /// The access of a pod through its service account; nil outside a pod.
  public static func inCluster(
    environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } },
    folder: String = serviceAccountFolder
  ) -> ClusterAccess? {
    guard let host = environment("KUBERNETES_SERVICE_HOST"), !host.isEmpty,
      let port = environment("KUBERNETES_SERVICE_PORT").flatMap(UInt16.init)
    else { return nil }
    guard Glibc.access(folder + "/token", R_OK) == 0 else { return nil }
    let tls = TLSClientConfiguration(trust: .authorities(.file(folder + "/ca.crt")))
    let namespace = (try? File.read(folder + "/namespace", limit: 4096)).map { String(decoding: $0, as: UTF8.self) }
    return ClusterAccess(
      endpoint: HTTPEndpoint(address: .tcp(host: host, port: port), tls: tls),
      authorization: .tokenFile(folder + "/token"), namespace: namespace ?? "default")
  }

  /// The value of the `authorization` header; nil when there is none. Throws `TransportError` when the token can't be
  /// read: to ask as nobody instead would only be refused for another reason.
  func authorizationHeader() throws(TransportError) -> String? {
    switch authorization {
    case .none: return nil
    case .token(let token): return "Bearer " + token
    case .tokenFile(let path):
      let bytes = try File.read(path, limit: Kubeconfig.sizeLimit)
      let token = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
      return token.isEmpty ? nil : "Bearer " + token
    }
  }
}

/// Says which kind of secret it is and not the secret: descriptions end up in logs.
extension ClusterAccess.Authorization: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String {
    switch self {
    case .none: "none"
    case .token: "token"
    case .tokenFile(let path): "token in \(path)"
    }
  }

  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
