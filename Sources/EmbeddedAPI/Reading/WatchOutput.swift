/// Gathers the events of a batch, so that many small ones are one write; a single one is sent without a copy.
struct WatchOutput<Client: WatchClient> {
  let client: Client
  private var pending: [UInt8] = []
  private var hasColumns = false
  /// Bytes that are gathered at most before they are written, and a slow client is waited for.
  private static var batchBytes: Int { 64 << 10 }

  init(client: Client) { self.client = client }

  /// True once: the first table of a watch describes its columns.
  mutating func takesColumns() -> Bool {
    defer { hasColumns = true }
    return !hasColumns
  }

  mutating func append(_ event: [UInt8]) async throws {
    if pending.isEmpty {
      pending = event
    } else {
      pending.append(contentsOf: event)
    }
    if pending.count >= Self.batchBytes { try await flush() }
  }

  mutating func flush() async throws {
    if pending.isEmpty { return }
    let bytes = pending
    pending = []
    try await client.write(bytes)
  }

  /// Sends something right away, after what was gathered.
  mutating func write(_ event: [UInt8]) async throws {
    try await append(event)
    try await flush()
  }
}
