import Foundation
import GRDB

/// A backup in one file: a copy of a store's database with other files of the instance in a table beside the objects.
///
/// It is a database of our own format, so that it can be checked as a store is, and read with any SQLite tool.
public enum StoreArchive {
  private static let table = "CREATE TABLE archived_files (name TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID"

  /// Copies the store as it is at one moment, while others read and write it.
  ///
  /// - Parameters:
  ///   - store: the store's file.
  ///   - files: what goes with it, by name.
  ///   - path: must not exist; only its owner may read it.
  /// - Returns: how many objects it holds.
  public static func write(store: String, files: [String: [UInt8]], to path: String) throws(StoreError) -> Int {
    guard FileManager.default.fileExists(atPath: store) else { throw .failed("there is no store at \(store)") }
    if FileManager.default.fileExists(atPath: path) { throw .failed("\(path) exists already; name another file") }
    do {
      guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
        throw StoreError.failed("can't make the file \(path)")
      }
      do {
        // Reading only would not do: the first reader of a write-ahead log has to make its index.
        let source = try DatabaseQueue(path: store, configuration: configuration)
        try source.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
        try source.close()
        let archive = try DatabaseQueue(path: path, configuration: configuration)
        let count = try archive.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA journal_mode = DELETE")
          try db.inTransaction {
            try db.execute(sql: table)
            for (name, content) in files.sorted(by: { $0.key < $1.key }) {
              try db.execute(sql: "INSERT INTO archived_files VALUES (?, ?)", arguments: [name, Data(content)])
            }
            return .commit
          }
          try check(db, path)
          return try Int.fetchOne(db, sql: "SELECT count(*) FROM versions WHERE superseded IS NULL AND change <> 2")
            ?? 0
        }
        try archive.close()
        try synchronize(path)
        return count
      } catch {
        try? FileManager.default.removeItem(atPath: path)
        throw error
      }
    } catch {
      throw StoreDatabase.storeError(error, path)
    }
  }

  /// Makes a store from an archive, and returns the files that went with it.
  ///
  /// Its revisions begin well after those of the archive: clients that saw the time between must not take new changes
  /// for old ones.
  ///
  /// - Parameter store: where to; must not exist.
  public static func read(_ path: String, store: String) throws(StoreError) -> [String: [UInt8]] {
    guard FileManager.default.fileExists(atPath: path) else { throw .failed("there is no file \(path)") }
    if FileManager.default.fileExists(atPath: store) { throw .failed("\(store) exists already") }
    do {
      var readOnly = configuration
      readOnly.readonly = true
      let archive = try DatabaseQueue(path: path, configuration: readOnly)
      var files: [String: [UInt8]] = [:]
      try archive.inDatabase { db in
        try check(db, path)
        guard try db.tableExists("archived_files") else {
          throw StoreError.damaged(
            "\(path) is no backup that `swift-virt backup` wrote: it has no table archived_files")
        }
        for row in try Row.fetchAll(db, sql: "SELECT name, content FROM archived_files") {
          let content: Data = row[1]
          files[row[0]] = [UInt8](content)
        }
      }
      guard FileManager.default.createFile(atPath: store, contents: nil, attributes: [.posixPermissions: 0o600]) else {
        throw StoreError.failed("can't make the file \(store)")
      }
      try archive.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [store]) }
      try archive.close()
      let restored = try DatabaseQueue(path: store, configuration: configuration)
      try restored.writeWithoutTransaction { db in
        try db.inTransaction {
          let revision = try StoreReading.revision(db).value + 1_000_000
          try db.execute(sql: "DROP TABLE archived_files")
          for name in ["revision", "compacted"] {
            try db.execute(sql: "UPDATE properties SET value = ? WHERE name = ?", arguments: [Int64(revision), name])
          }
          return .commit
        }
      }
      try restored.close()
      try synchronize(store)
      return files
    } catch {
      throw StoreDatabase.storeError(error, path)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    return configuration
  }

  private static func check(_ db: Database, _ path: String) throws {
    guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == StoreDatabase.applicationID else {
      throw StoreError.damaged("\(path) is not of swift-virt")
    }
    let format = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard format <= StoreDatabase.format else {
      throw StoreError.newerFormat(found: format, known: StoreDatabase.format)
    }
    let report = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? "no answer"
    guard report == "ok" else { throw StoreError.damaged("\(path) is damaged: \(report)") }
  }

  private static func synchronize(_ path: String) throws {
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try handle.synchronize()
    try handle.close()
  }
}

extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .alreadyExists(let key): "\(key.collection) \(key.namespace)/\(key.name) exists already"
    case .notFound(let key): "there is no \(key.collection) \(key.namespace)/\(key.name)"
    case .conflict(let key, let current): "\(key.collection) \(key.namespace)/\(key.name) is at revision \(current)"
    case .expired(let requested, let oldest): "revision \(requested) was compacted; the oldest one is \(oldest)"
    case .future(let requested, let current): "revision \(requested) has not happened yet; the last one is \(current)"
    case .full(let text), .damaged(let text), .failed(let text): text
    case .newerFormat(let found, let known):
      "the file has format \(found), and this program knows formats up to \(known): use the program that wrote it"
    case .closed: "the store is closed"
    }
  }
}
