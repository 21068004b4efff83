// Made from openapi/v1/probes.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// Asks the guest agent whether it answers.
  public struct GuestAgentPing: Sendable {

    public init() {}
  }
}

extension V1.GuestAgentPing: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension V1 {
  /// A check of the guest, made again and again; exactly one way of checking is set.
  public struct Probe: Sendable {
    /// Command that the guest agent runs in the guest; its exit code 0 is success.
    public var exec: ExecAction?
    /// Failures in a row that count as failed, 3 when absent.
    public var failureThreshold: Int32 = 0
    /// Success is an answer of the guest agent.
    public var guestAgentPing: GuestAgentPing?
    /// HTTP request to the guest; a status from 200 to 399 is success.
    @Boxed public var httpGet: HTTPGetAction?
    /// Seconds after the start before the first check.
    public var initialDelaySeconds: Int32 = 0
    /// Seconds between two checks, 10 when absent.
    public var periodSeconds: Int32 = 0
    /// Successes in a row that count as success after a failure, 1 when absent.
    public var successThreshold: Int32 = 0
    /// TCP connection to the guest; that it opens is success.
    @Boxed public var tcpSocket: TCPSocketAction?
    /// Seconds after which a check counts as failed.
    public var timeoutSeconds: Int32 = 0

    public init() {}
  }
}

extension V1.Probe: JSONStructure {
  public static let memberNames: [StaticString] = [
    "exec", "failureThreshold", "guestAgentPing", "httpGet", "initialDelaySeconds", "periodSeconds", "successThreshold",
    "tcpSocket", "timeoutSeconds",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("exec", &exec)
      case 1: reader.member("failureThreshold", &failureThreshold)
      case 2: reader.member("guestAgentPing", &guestAgentPing)
      case 3: reader.member("httpGet", &httpGet)
      case 4: reader.member("initialDelaySeconds", &initialDelaySeconds)
      case 5: reader.member("periodSeconds", &periodSeconds)
      case 6: reader.member("successThreshold", &successThreshold)
      case 7: reader.member("tcpSocket", &tcpSocket)
      case 8: reader.member("timeoutSeconds", &timeoutSeconds)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x63657865:
      if key.count == 4 { return 0 }  // exec
    case 0x546572756c696166:
      if key.equals("failureThreshold") { return 1 }
    case 0x6567417473657567:
      if key.equals("guestAgentPing") { return 2 }
    case 0x74654770747468:
      if key.count == 7 { return 3 }  // httpGet
    case 0x446c616974696e69:
      if key.equals("initialDelaySeconds") { return 4 }
    case 0x6553646f69726570:
      if key.equals("periodSeconds") { return 5 }
    case 0x5473736563637573:
      if key.equals("successThreshold") { return 6 }
    case 0x656b636f53706374:
      if key.equals("tcpSocket") { return 7 }
    case 0x5374756f656d6974:
      if key.equals("timeoutSeconds") { return 8 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("exec", exec)
    writer.memberUnlessEmpty("failureThreshold", failureThreshold)
    writer.memberUnlessEmpty("guestAgentPing", guestAgentPing)
    writer.memberUnlessEmpty("httpGet", httpGet)
    writer.memberUnlessEmpty("initialDelaySeconds", initialDelaySeconds)
    writer.memberUnlessEmpty("periodSeconds", periodSeconds)
    writer.memberUnlessEmpty("successThreshold", successThreshold)
    writer.memberUnlessEmpty("tcpSocket", tcpSocket)
    writer.memberUnlessEmpty("timeoutSeconds", timeoutSeconds)
    writer.endObject()
  }
}
