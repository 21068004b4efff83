import JSON
import Kube
import Transport

/// Whose word about the senders of requests is taken: the API server's, which stands in front and says by headers who
/// asks (Kubernetes, "Configure the Aggregation Layer").
public struct FrontProxy: Sendable, Hashable {
  /// Authorities that may vouch for the front proxy, and for nobody else.
  public var authorities: PEMSource
  /// Common names of its certificate; with none any name will do.
  public var allowedNames: Set<String>
  /// Headers with the user's name, the first one that is there counts.
  public var userHeaders = ["X-Remote-User"]
  public var uidHeaders = ["X-Remote-Uid"]
  public var groupHeaders = ["X-Remote-Group"]
  public var extraHeaderPrefixes = ["X-Remote-Extra-"]

  public init(authorities: PEMSource, allowedNames: Set<String>) {
    self.authorities = authorities
    self.allowedNames = allowedNames
  }

  /// The namespace and the name of the ConfigMap in which an API server says how it is to be known.
  public static let configurationNamespace = "kube-system"
  public static let configurationName = "extension-apiserver-authentication"

  /// What that ConfigMap says; nil where it says nothing of a front proxy, so that there is none to believe.
  ///
  /// Authorities of other clients (`client-ca-file`) are of no concern: whom they vouch for may say who he is himself,
  /// but not who others are.
  /// - Throws: `Unreadable` for a list that is none: a list that was lost must not become one that allows all.
  public init?(configuration: JSONValue) throws(Unreadable) {
    let data = configuration["data"]
    guard let pem = data?["requestheader-client-ca-file"]?.string, !pem.isEmpty else { return nil }
    self.init(
      authorities: .bytes(Array(pem.utf8)), allowedNames: Set(try Self.list(data, "requestheader-allowed-names")))
    userHeaders += try Self.list(data, "requestheader-username-headers")
    uidHeaders += try Self.list(data, "requestheader-uid-headers")
    groupHeaders += try Self.list(data, "requestheader-group-headers")
    extraHeaderPrefixes += try Self.list(data, "requestheader-extra-headers-prefix")
  }

  /// A member of the ConfigMap that can't be read.
  public struct Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
    public var member: String
    public var description: String { "\(member) is no list of texts" }
  }

  private static func list(_ data: JSONValue?, _ member: String) throws(Unreadable) -> [String] {
    guard let text = data?[member]?.string, !text.isEmpty else { return [] }
    guard let elements = (try? JSONValue(parsing: text))?.array else { throw Unreadable(member: member) }
    let texts = elements.compactMap(\.string)
    guard texts.count == elements.count else { throw Unreadable(member: member) }
    return texts
  }
}
