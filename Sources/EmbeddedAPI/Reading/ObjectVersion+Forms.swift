import EmbeddedStore
import JSON
import Kube

extension ObjectVersion {
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
