/// The layout of the file.
///
/// `changes` is the log and at once where all versions of objects are: a row is written once and never changed, until
/// compaction drops it. `latest` says which of them are objects of now. So an update costs one row in the log and a few
/// bytes in `latest`, and the state of any moment after the floor can be told from both: what is in `latest` from before
/// that moment, and what later changes replaced.
enum StoreFormat {
  /// `PRAGMA application_id`: "SVst".
  static let applicationID: Int32 = 0x5356_7374
  /// `PRAGMA user_version`.
  static let version: Int32 = 1

  /// `previous` is the revision of the version that a change replaced, NULL for a creation. `counters` has one row:
  /// `floor` is how far the log was compacted, `least` a revision that the next one must be above, whatever `changes`
  /// still has.
  static let schema = """
    CREATE TABLE changes (
      revision INTEGER PRIMARY KEY,
      kind INTEGER NOT NULL,
      previous INTEGER,
      collection TEXT NOT NULL,
      namespace TEXT NOT NULL,
      name TEXT NOT NULL,
      object BLOB NOT NULL
    ) STRICT;
    CREATE TABLE latest (
      collection TEXT NOT NULL,
      namespace TEXT NOT NULL,
      name TEXT NOT NULL,
      revision INTEGER NOT NULL,
      PRIMARY KEY (collection, namespace, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE counters (floor INTEGER NOT NULL, least INTEGER NOT NULL) STRICT;
    INSERT INTO counters (floor, least) VALUES (0, 1);
    """

  /// What a file's first 100 bytes say (https://www.sqlite.org/fileformat2.html#the_database_header).
  enum Header: Equatable {
    case ours(version: Int32)
    case foreign(String)

    init(_ bytes: [UInt8]) {
      func word(_ offset: Int) -> Int32 {
        Int32(bitPattern: bytes[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
      }
      guard !bytes.isEmpty else {
        self = .foreign("the file is empty")
        return
      }
      guard bytes.count >= 100, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
        self = .foreign("the file is not a database")
        return
      }
      self.init(applicationID: word(68), version: word(60))
    }

    init(applicationID: Int32, version: Int32) {
      self =
        applicationID == StoreFormat.applicationID
        ? .ours(version: version) : .foreign("the file is another program's database")
    }
  }
}
