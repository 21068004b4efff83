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
  /// Whether pods are looked after on this machine: without root they are told that they do not run.
  public var runsPods = true
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
  /// The address that other machines would reach this one by; 127.0.0.1 where there is no way out.
  static var primary: String {
    let file = socket(AF_INET, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard file >= 0 else { return "127.0.0.1" }
    defer { close(file) }
    // Nothing is sent: the kernel chooses the address that it would send from (RFC 5737's documentation network).
    var target = sockaddr_in()
    target.sin_family = sa_family_t(AF_INET)
    target.sin_port = UInt16(9).bigEndian
    inet_pton(AF_INET, "192.0.2.1", &target.sin_addr)
    var own = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isKnown = withUnsafePointer(to: &target) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(file, $0, length) } == 0
    }
    let isRead = withUnsafeMutablePointer(to: &own) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(file, $0, &length) } == 0
    }
    guard isKnown, isRead else { return "127.0.0.1" }
    var text = [CChar](repeating: 0, count: Int(INET_ADDRSTRLEN))
    guard inet_ntop(AF_INET, &own.sin_addr, &text, socklen_t(text.count)) != nil else { return "127.0.0.1" }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

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
