import EmbeddedStore
import Kube
import Transport

/// Serves watches: the state where it was asked for, then every change after it, in order, each once
/// (kubernetes.io/docs/reference/using-api/api-concepts, "Efficient detection of changes").
public struct WatchService: Sendable {
  /// What watches of all kinds have in common.
  public struct Options: Sendable {
    /// Time between two bookmarks.
    public var bookmarkInterval = Duration.seconds(60)
    /// How long a watch lasts whose client says nothing; one of this range is drawn for each.
    public var durations = 1800...3600
    /// How long a revision that has not happened yet is waited for.
    public var patience = Duration.seconds(3)
    /// Objects that are read at once for the state at the beginning.
    public var pageSize = 200

    public init() {}
  }

  private let store: any ObjectStoring
  private let options: Options
  private let drain: WatchDrain
  private let now: @Sendable () -> Timestamp

  public init(
    store: any ObjectStoring, drain: WatchDrain = WatchDrain(), options: Options = Options(),
    now: @escaping @Sendable () -> Timestamp = { Timestamp.now() }
  ) {
    self.store = store
    self.drain = drain
    self.options = options
    self.now = now
  }

  /// Answers one watch; authorization was done. Returns when it has ended, throws when the client has left.
  public func serve(_ request: ResourceRequest, _ exchange: HTTPExchange) async throws {
    try await serve(request, to: exchange)
  }

  func serve(_ request: ResourceRequest, to client: some WatchClient) async throws {
    let watch: Watch
    do throws(Status) {
      watch = try Watch(request, store: store, options: options, drain: drain, now: now)
    } catch {
      return try await client.respond(
        HTTPResponse(status: Int(error.code), headers: .json, body: error.jsonBytes()))
    }
    try await watch.run(client)
  }
}

/// Who a watch is written to.
protocol WatchClient: Sendable {
  func respond(_ response: HTTPResponse) async throws
  func start(status: Int, headers: HTTPHeaders) async throws
  func write(_ bytes: [UInt8]) async throws
  func finish() async throws
}

extension HTTPExchange: WatchClient {}
