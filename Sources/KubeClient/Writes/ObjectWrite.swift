import JSON
import Kube

/// One request that a decision asks for. Decisions make these values; the shell around them sends them.
public struct ObjectWrite: Sendable, Hashable {
  public enum Operation: Sendable, Hashable {
    /// Reads the object afresh, past all caches.
    case get
    /// Reads the metadata of a collection's objects afresh, past all caches: those that the selector selects. The answer
    /// has them as `items`, and the version of the list as `metadata`.
    case list(labelSelector: String)
    case create(JSONValue)
    /// Turns the object as it was observed into the one that is wanted. Sent as a JSON patch of the difference that
    /// tests the observed resourceVersion, so that fields which we do not know survive, and who was faster wins.
    case change(from: JSONValue, to: JSONValue)
    /// A patch that carries its own tests.
    case patch(ObjectPatch)
    case delete(DeletionOptions)
  }

  /// The collection, for a create or a list; else the object, with its subresource where it is meant.
  public var path: ResourcePath
  public var operation: Operation
  public var options: WriteOptions

  public init(_ path: ResourcePath, _ operation: Operation, options: WriteOptions = WriteOptions()) {
    self.path = path
    self.operation = operation
    self.options = options
  }
}

/// What the API server said: the object afterwards (of a delete: what is left of it, or a Status), or why not.
public typealias WriteOutcome = Result<JSONValue, KubernetesError>
