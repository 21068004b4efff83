import Glibc
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

  private var document: JSONValue
  /// Where it was read from; the first of several files.
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
    resolvePaths()
  }

  /// Reads the files that there are and merges them as client-go does: of two values for one thing, such as two clusters
  /// of a name, the first counts. Nil when none of the files exists.
  public static func merging(files: [String]) throws(KubeconfigError) -> Kubeconfig? {
    var merged: Kubeconfig?
    for file in files where !file.isEmpty && Glibc.access(file, F_OK) == 0 {
      let next = try Kubeconfig(file: file)
      if merged == nil { merged = next } else { merged?.add(next) }
    }
    return merged
  }

  /// The files that kubectl takes: those of the environment's KUBECONFIG, else the one in the home folder.
  public static func standardFiles(
    environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
  ) -> [String] {
    if let list = environment("KUBECONFIG"), !list.isEmpty { return list.split(separator: ":").map(String.init) }
    return environment("HOME").map { [$0 + "/.kube/config"] } ?? []
  }

  private mutating func add(_ other: Kubeconfig) {
    if document["current-context"]?.string?.isEmpty != false {
      document["current-context"] = other.document["current-context"]
    }
    for list in ["clusters", "users", "contexts"] {
      let present = document[list]?.array ?? []
      let names = Set(present.compactMap { $0["name"]?.string })
      let added = (other.document[list]?.array ?? []).filter { !names.contains($0["name"]?.string ?? "") }
      document[list] = .array(present + added)
    }
  }

  /// Relative paths begin where the file is.
  private mutating func resolvePaths() {
    for (list, member, keys) in [
      ("clusters", "cluster", ["certificate-authority"]),
      ("users", "user", ["client-certificate", "client-key", "tokenFile"]),
    ] {
      guard let entries = document[list]?.array else { continue }
      document[list] = .array(
        entries.map { entry in
          var entry = entry
          guard var body = entry[member] else { return entry }
          for key in keys {
            if let path = body[key]?.string, !path.isEmpty { body[key] = .string(resolve(path)) }
          }
          entry[member] = body
          return entry
        })
    }
  }

  /// The names of all contexts.
  public var contexts: [String] { (document["contexts"]?.array ?? []).compactMap { $0["name"]?.string } }

  /// How to reach the cluster of a context; the current one unless named.
  public func access(context: String? = nil) throws(KubeconfigError) -> ClusterAccess {
    try access(ClusterOverrides(context: context))
  }

  /// How to reach a cluster, with what flags say in place of what the file says.
  public func access(_ overrides: ClusterOverrides) throws(KubeconfigError) -> ClusterAccess {
    let name = overrides.context ?? document["current-context"]?.string ?? ""
    // Flags may say all that a context says.
    let isNeeded = overrides.cluster == nil && overrides.server == nil
    if name.isEmpty && isNeeded { throw failure("has no current-context") }
    let joined: JSONValue = name.isEmpty ? [:] : try entry("contexts", name, "context")
    let clusterName = overrides.cluster ?? joined["cluster"]?.string ?? ""
    if clusterName.isEmpty && isNeeded { throw failure("context \"\(name)\" names no cluster") }
    let userName = overrides.user ?? joined["user"]?.string ?? ""
    let cluster = overrides.applied(
      toCluster: clusterName.isEmpty ? [:] : try entry("clusters", clusterName, "cluster"))
    let user = overrides.applied(toUser: userName.isEmpty ? [:] : try entry("users", userName, "user"))
    guard let server = cluster["server"]?.string, !server.isEmpty else {
      throw failure("cluster \"\(clusterName)\" has no server")
    }
    if cluster["proxy-url"]?.string?.isEmpty == false { throw failure("proxy-url is not supported") }
    let tls = try tlsConfiguration(cluster: cluster, user: user)
    guard let endpoint = HTTPEndpoint(url: server, tls: tls) else {
      throw failure("cluster \"\(clusterName)\": server \"\(server)\" is no https or http URL")
    }
    return ClusterAccess(
      endpoint: endpoint, pathPrefix: Self.path(of: server), authorization: try authorization(user),
      impersonation: overrides.impersonation ?? ClusterAccess.Impersonation(user: user),
      namespace: overrides.namespace ?? joined["namespace"]?.string ?? "default")
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
    if let path = user["tokenFile"]?.string, !path.isEmpty { return .tokenFile(path) }
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
    return .file(path)
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
