import Glibc
import Kube

/// How an instance is started.
public struct InstanceOptions: Sendable {
  public var directory: DataDirectory
  /// A literal IP address.
  public var bindAddress = "127.0.0.1"
  /// 0 takes any free port.
  public var port: UInt16 = 6443
  /// DNS names and addresses of the serving certificate, besides those that this machine has anyway.
  public var subjectNames: [String] = []
  /// Where the audit log goes; nil for none.
  public var auditLogPath: String?
  /// Whether the controllers of virtual machines run; without them objects are only kept.
  public var runsControllers = true
  /// Whether guests run on this machine, which takes root; they need the controllers.
  public var runsGuests = geteuid() == 0
  /// The name of this machine's Node object.
  public var nodeName = MachineName.current
  /// Threads that serve; nil means one a core.
  public var reactors: Int?
  /// How long requests under way may take when the instance is told to stop.
  public var gracePeriod = Duration.seconds(10)

  public init(directory: DataDirectory) { self.directory = directory }
}

/// Addresses to listen on and to be reached at.
public enum HostAddress {
  public static func isLiteral(_ text: String) -> Bool { IPAddress(text) != nil }

  /// The URL under which clients on this machine reach a server that listens on an address.
  static func localURL(bindAddress: String, port: UInt16) -> String {
    let host =
      switch bindAddress {
      case "0.0.0.0", "": "127.0.0.1"
      case "::": "[::1]"
      case let address where address.contains(":"): "[\(address)]"
      default: bindAddress
      }
    return "https://\(host):\(port)"
  }
}

/// What the machine is called among nodes.
public enum MachineName {
  /// The host's name where it can be one of an object, else `localhost`.
  public static var current: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
    let host = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self).lowercased()
    return NameValidation.isDNS1123Subdomain(host) ? host : "localhost"
  }
}
