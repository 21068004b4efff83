import EmbeddedStore
import Foundation

/// A store in a folder of its own that goes away with it.
final class TemporaryStore {
  let folder: URL
  let store: EmbeddedStore
  var path: String { folder.appendingPathComponent("objects.db").path }

  init(options: StoreOptions = StoreOptions()) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try EmbeddedStore.open(folder.appendingPathComponent("objects.db").path, options: options)
  }

  deinit {
    store.close()
    try? FileManager.default.removeItem(at: folder)
  }
}

extension EncodedObject {
  /// A small object with a text in it.
  init(text: String) {
    let head = Array(#"{"metadata":{"resourceVersion":""#.utf8)
    self.init(bytes: head + Array(#""},"text":"\#(text)"}"#.utf8), revisionOffset: head.count)
  }
}

extension ObjectVersion {
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
