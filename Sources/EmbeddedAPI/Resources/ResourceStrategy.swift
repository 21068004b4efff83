import JSON
import Kube

/// How a kind differs from others when it is written, selected, printed and deleted: pure functions over values.
///
/// What every kind has (names, metadata, generations, the status path, schema) is not here.
public protocol ResourceStrategy: Sendable {
  /// Fills the kind's defaults in, and what the server alone decides; on an update, keeps what may not change silently.
  /// Called before admission, and again after it.
  func prepare(_ change: inout ObjectChange)

  /// What is wrong with the object beyond its schema.
  func validate(_ change: ObjectChange) -> [Cause]

  /// Fields that a field selector may name, besides `metadata.name` and `metadata.namespace`, with their values.
  func selectableFields(of object: JSONValue) -> [String: String]
  /// The names of these fields.
  var selectableFieldNames: Set<String> { get }

  /// How long a deletion waits for someone to end what the object stands for, in seconds; 0 removes it at once.
  func deletionGracePeriod(of object: JSONValue, requested: Int64?) -> Int64

  /// Whether the object's last form says that it is being deleted even where no time passes, as a pod's does.
  var endsGracefully: Bool { get }

  /// Whether something besides `metadata.finalizers` keeps an object that is being deleted, as a namespace's
  /// `spec.finalizers` do.
  func holdsDeletion(of object: JSONValue) -> Bool
  /// Marks an object whose deletion begins and does not end at once, as a namespace's phase says.
  func prepareDeletion(_ object: inout JSONValue)
  /// Whether a deletion answers with the object that is gone, and not with a Status.
  var returnsDeletedObject: Bool { get }

  /// Which form the kind's names have.
  var nameForm: NameForm { get }
  /// Whether `metadata.generation` counts changes; kinds that are described by a CRD always do.
  var tracksGeneration: Bool { get }
  /// Whether an update may leave the revision out; kinds that are described by a CRD never allow it.
  var allowsUnconditionalUpdate: Bool { get }

  /// Whether a new object may come with its status, as nodes do that register themselves; others begin without.
  var keepsStatusAtCreation: Bool { get }

  /// Columns and rows of `kubectl get`; nil for name and age.
  var table: TableLayout? { get }

  /// The object as another version of its kind writes it; `apiVersion` is of this kind's group.
  func convert(_ object: JSONValue, to apiVersion: String) throws(Status) -> JSONValue
}

/// The form of a kind's names ("Object Names and IDs").
public enum NameForm: Sendable, Hashable {
  case subdomain, label, rfc1035Label
  /// Anything that can be one step of a path, as names of roles.
  case pathSegment
}

/// A change of an object on its way to the store.
public struct ObjectChange: Sendable {
  public enum Operation: Sendable, Hashable {
    case create, update
  }

  public var operation: Operation
  /// The path below the object that is written; empty for the object itself.
  public var subresource: String
  public var object: JSONValue
  /// The object as stored, in the same version; nil on a creation.
  public var old: JSONValue?
  /// The version that the object is in.
  public var kind: GroupVersionKind
  public var user: UserInfo
  public var now: Timestamp

  public init(
    operation: Operation, subresource: String = "", object: JSONValue, old: JSONValue? = nil, kind: GroupVersionKind,
    user: UserInfo = UserInfo(), now: Timestamp
  ) {
    self.operation = operation
    self.subresource = subresource
    self.object = object
    self.old = old
    self.kind = kind
    self.user = user
    self.now = now
  }
}

extension ResourceStrategy {
  public func prepare(_ change: inout ObjectChange) {}
  public func validate(_ change: ObjectChange) -> [Cause] { [] }
  public func selectableFields(of object: JSONValue) -> [String: String] { [:] }
  public var selectableFieldNames: Set<String> { [] }
  public func deletionGracePeriod(of object: JSONValue, requested: Int64?) -> Int64 { 0 }
  public var endsGracefully: Bool { false }
  public func holdsDeletion(of object: JSONValue) -> Bool { false }
  public func prepareDeletion(_ object: inout JSONValue) {}
  public var returnsDeletedObject: Bool { false }
  public var nameForm: NameForm { .subdomain }
  public var tracksGeneration: Bool { false }
  public var allowsUnconditionalUpdate: Bool { true }
  public var keepsStatusAtCreation: Bool { false }
  public var table: TableLayout? { nil }

  public func convert(_ object: JSONValue, to apiVersion: String) throws(Status) -> JSONValue {
    var object = object
    object["apiVersion"] = .string(apiVersion)
    return object
  }
}

/// A kind that has nothing special.
public struct GenericStrategy: ResourceStrategy {
  public init() {}
}

/// How objects of a built-in kind are shown by `kubectl get` (meta/v1 Table).
public struct TableLayout: Sendable {
  public var columns: [TableColumn]
  /// The cells of an object's row, as many as there are columns. The first one is the name.
  public var cells: @Sendable (_ object: JSONValue, _ now: Timestamp) -> [JSONValue]

  public init(_ columns: [TableColumn], cells: @escaping @Sendable (JSONValue, Timestamp) -> [JSONValue]) {
    self.columns = columns
    self.cells = cells
  }
}

/// A column's head (meta/v1 TableColumnDefinition).
public struct TableColumn: Sendable, Hashable {
  public var name: String
  public var type: String
  public var format: String
  public var description: String
  public var priority: Int

  public init(_ name: String, type: String = "string", format: String = "", description: String = "", priority: Int = 0)
  {
    self.name = name
    self.type = type
    self.format = format
    self.description = description
    self.priority = priority
  }
}
