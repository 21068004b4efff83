import EmbeddedStore
import JSON
import Kube

extension ObjectVersion {
  /// The object as a tree in its storage version. It is parsed each time: trees are many times the size of their text,
  /// and thousands of them would be kept for as long as a list of all objects is at work.
  func tree() throws(Status) -> JSONValue {
    do throws(JSONProblem) {
      return try JSONValue(parsing: bytes)
    } catch {
      throw .failure(
        .internalError, code: 500,
        message: "the stored object \(key.collection) \"\(key.name)\" is not readable: \(error)")
    }
  }

  /// The object as a tree in a version of the kind.
  func tree(of definition: ResourceDefinition, in version: String) throws(Status) -> JSONValue {
    if definition.stores(version) { return try tree() }
    return try definition.strategy.convert(tree(), to: definition.kind(in: version).apiVersion)
  }

  /// The object's JSON in a version of the kind: the stored bytes, or made once.
  func json(of definition: ResourceDefinition, in version: String) throws(Status) -> [UInt8] {
    if definition.stores(version) { return bytes }
    let apiVersion = definition.kind(in: version).apiVersion
    return try derived("json/" + apiVersion) { () throws(Status) in
      try definition.strategy.convert(tree(), to: apiVersion).jsonBytes()
    }
  }

  /// What is made once for everyone, or the reason why it can't be.
  func derived<Value: Sendable>(_ name: String, _ make: () throws(Status) -> Value) throws(Status) -> Value {
    let result: Result<Value, Status> = derive(name) {
      do throws(Status) { return .success(try make()) } catch { return .failure(error) }
    }
    return try result.get()
  }
}

extension ResourceDefinition {
  /// Whether objects are stored as this version writes them.
  func stores(_ version: String) -> Bool { version == storageVersion && group == storageGroup }
}
