import JSON
import Kube
import Transport
import YAML

/// Why a kubeconfig can't be used.
public struct KubeconfigError: Error, Sendable, CustomStringConvertible {
  public var file: String
  public var reason: String

  public var description: String { "\(file): \(reason)" }
}

/// A kubeconfig file (Kubernetes' `clientcmd/v1` Config): clusters, users and contexts that join them.
public struct Kubeconfig: Sendable {
  /// Bytes of a kubeconfig, or of a file that it names.
  static let sizeLimit = 16 << 20

  private let document: JSONValue
  /// Where it was read from: relative paths in it begin there.
  private let file: String

  /// Reads a file. Throws `KubeconfigError` when it can't be read or is no kubeconfig.
  public init(file: String) throws(KubeconfigError) {
    let bytes: [UInt8]
    do {
      bytes = try File.read(file, limit: Self.sizeLimit)
    } catch {
      throw KubeconfigError(file: file, reason: "can't be read: \(error)")
    }
    try self.init(parsing: bytes, file: file)
  }

  /// Reads a kubeconfig's text; `file` serves messages and relative paths.
  public init(parsing bytes: [UInt8], file: String) throws(KubeconfigError) {
    let documents: [JSONValue]
    do {
      documents = try YAML.documents(bytes)
    } catch {
      throw KubeconfigError(file: file, reason: "\(error)")
    }
    guard let document = documents.first, document.object != nil else {
      throw KubeconfigError(file: file, reason: "is no kubeconfig: it must be one YAML object")
    }
    self.document = document
    self.file = file
  }

  /// The names of all contexts.
  public var contexts: [String] { (document["contexts"]?.array ?? []).compactMap { $0["name"]?.string } }

  /// How to reach the cluster of a context; the current one unless named.
  public func access(context: String? = nil) throws(KubeconfigError) -> ClusterAccess {
    guard let name = context ?? document["current-context"]?.string, !name.isEmpty else {
      throw failure("has no current-context")
    }
    let joined = try entry("contexts", name, "context")
    guard let clusterName = joined["cluster"]?.string else { throw failure("context \"\(name)\" names no cluster") }
    let cluster = try entry("clusters", clusterName, "cluster")
    let user: JSONValue =
      if let userName = joined["user"]?.string, !userName.isEmpty { try entry("users", userName, "user") } else { [:] }
    guard let server = cluster["server"]?.string else { throw failure("cluster \"\(clusterName)\" has no server") }
    if cluster["proxy-url"]?.string?.isEmpty == false { throw failure("proxy-url is not supported") }
    let tls = try tlsConfiguration(cluster: cluster, user: user)
    guard let endpoint = HTTPEndpoint(url: server, tls: tls) else {
      throw failure("cluster \"\(clusterName)\": server \"\(server)\" is no https or http URL")
    }
    return ClusterAccess(
      endpoint: endpoint, pathPrefix: Self.path(of: server), authorization: try authorization(user),
      namespace: joined["namespace"]?.string ?? "default")
  }

  private func tlsConfiguration(cluster: JSONValue, user: JSONValue) throws(KubeconfigError) -> TLSClientConfiguration {
    var tls = TLSClientConfiguration()
    if cluster["insecure-skip-tls-verify"]?.bool == true {
      tls.trust = .insecure
    } else if let authorities = try pem(cluster, "certificate-authority") {
      tls.trust = .authorities(authorities)
    }
    tls.serverName = cluster["tls-server-name"]?.string
    let certificate = try pem(user, "client-certificate")
    let key = try pem(user, "client-key")
    switch (certificate, key) {
    case (let certificate?, let key?): tls.identity = TLSIdentity(certificate: certificate, key: key)
    case (nil, nil): break
    default: throw failure("client-certificate and client-key go together")
    }
    return tls
  }

  private func authorization(_ user: JSONValue) throws(KubeconfigError) -> ClusterAccess.Authorization {
    // The file wins over the token beside it, as in client-go: it is the one that is renewed.
    if let path = user["tokenFile"]?.string, !path.isEmpty { return .tokenFile(resolve(path)) }
    if let token = user["token"]?.string, !token.isEmpty { return .token(token) }
    if user["username"]?.string?.isEmpty == false {
      throw failure("user names with passwords are not supported, as Kubernetes itself took them out in 1.19")
    }
    if user["exec"] != nil || user["auth-provider"] != nil {
      throw failure("credential plugins are not supported here; use a client certificate, token or tokenFile")
    }
    return .none
  }

  /// Data in the file itself wins over a file's name, as in client-go.
  private func pem(_ value: JSONValue, _ key: String) throws(KubeconfigError) -> PEMSource? {
    if let text = value[key + "-data"]?.string, !text.isEmpty {
      guard let bytes = try? Base64.decode(text) else { throw failure("\(key)-data is not base64") }
      return .bytes(bytes)
    }
    guard let path = value[key]?.string, !path.isEmpty else { return nil }
    return .file(resolve(path))
  }

  private func entry(_ list: String, _ name: String, _ member: String) throws(KubeconfigError) -> JSONValue {
    let found = document[list]?.array?.first { $0["name"]?.string == name }?[member]
    guard let found, found.object != nil else { throw failure("has no \(member) \"\(name)\"") }
    return found
  }

  private func resolve(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return folder.isEmpty && !file.hasPrefix("/") ? path : folder + "/" + path
  }

  private func failure(_ reason: String) -> KubeconfigError { KubeconfigError(file: file, reason: reason) }

  /// What stands behind host and port, without a slash at the end.
  private static func path(of url: String) -> String {
    guard let host = url.firstRange(of: "://")?.upperBound else { return "" }
    let rest = url[host...]
    guard let slash = rest.firstIndex(of: "/") else { return "" }
    var path = String(rest[slash...])
    while path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
