import Synchronization

/// Collects the warnings of one request, each once; they are sent with its answer whichever that is.
final class WarningList: Sendable {
  private let texts = Mutex<[String]>([])

  init() {}

  var all: [String] { texts.withLock { $0 } }

  func add(_ more: [String]) {
    if more.isEmpty { return }
    texts.withLock { texts in
      for text in more where !texts.contains(text) { texts.append(text) }
    }
  }
}
