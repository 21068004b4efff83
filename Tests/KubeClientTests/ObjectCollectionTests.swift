import JSON
import Kube
import Testing
import TestSupport

@testable import KubeClient

@Suite struct ObjectCollectionTests {
  private static func object(_ name: String, _ labels: [String: String] = [:], version: Int = 1, uid: String = "u")
    -> JSONValue
  {
    [
      "metadata": [
        "name": .string(name), "namespace": "default", "uid": .string(uid), "resourceVersion": .string("\(version)"),
        "managedFields": [["manager": "kubectl"]],
        "labels": .object(JSONObject(labels.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
      ]
    ]
  }

  private func collection() -> ObjectCollection {
    ObjectCollection(indexers: [
      "node": { $0.value(at: "metadata", "labels", "node")?.string.map { [$0] } ?? [] },
      "letters": { $0.value(at: "metadata", "labels", "letters")?.string?.map { String($0) } ?? [] },
    ])
  }

  private func names(_ collection: ObjectCollection, _ index: String, _ value: String) -> [String] {
    collection.objects(inIndex: index, equals: value).map(\.name)
  }

  @Test func findsObjectsByTheValuesOfAnIndex() {
    var collection = collection()
    _ = collection.replace(with: [
      Self.object("b", ["node": "n1", "letters": "xy"]), Self.object("a", ["node": "n1", "letters": "x"]),
      Self.object("c", ["node": "n2"]),
    ])
    #expect(names(collection, "node", "n1") == ["a", "b"])
    #expect(names(collection, "node", "n2") == ["c"])
    #expect(names(collection, "letters", "y") == ["b"])
    #expect(names(collection, "node", "n3").isEmpty)
    #expect(names(collection, "no such index", "n1").isEmpty)
  }

  @Test func indexesFollowChanges() {
    var collection = collection()
    _ = collection.apply(.added(Self.object("a", ["node": "n1"])))
    _ = collection.apply(.modified(Self.object("a", ["node": "n2"], version: 2)))
    #expect(names(collection, "node", "n1").isEmpty)
    #expect(names(collection, "node", "n2") == ["a"])
    // Made again under another uid.
    _ = collection.apply(.added(Self.object("a", ["node": "n3"], version: 3, uid: "v")))
    #expect(names(collection, "node", "n2").isEmpty)
    #expect(names(collection, "node", "n3") == ["a"])
    _ = collection.apply(.deleted(Self.object("a", ["node": "n4"], version: 4, uid: "v")))
    #expect(names(collection, "node", "n3").isEmpty)
    _ = collection.apply(.added(Self.object("b", ["node": "n3"], version: 5)))
    _ = collection.replace(with: [])
    #expect(names(collection, "node", "n3").isEmpty)
    #expect(collection.count == 0)
  }

  @Test func keepsObjectsWithoutTheirManagedFields() throws {
    var collection = collection()
    let changes = collection.apply(.added(Self.object("a", ["node": "n1"])))
    let object = try #require(collection.object(NamespacedName("default", "a")))
    #expect(changes == [.added(object)])
    #expect(object.tree.value(at: "metadata", "managedFields") == nil)
    #expect(object.uid == "u")
    #expect(object.resourceVersion == "1")
    let typed = try object.decode(as: Wrapper.self)
    #expect(typed.metadata.labels == ["node": "n1"])
  }

  @Test func doesNotTakeAnUnreadableObjectForAnAbsentOne() throws {
    var collection = collection()
    _ = collection.apply(.added(["metadata": ["name": "a", "labels": "none"]]))
    let object = try #require(collection.object(NamespacedName("", "a")))
    #expect(throws: JSONProblem.self) { try object.decode(as: Wrapper.self) }
  }

  @Test func keepsNoMoreRoomThanTheBytesNeed() throws {
    let object = CachedObject(Self.object("a", ["text": String(repeating: "x", count: 5000)]))
    #expect(object.json.capacity < object.json.count + 512)
  }

  @Test(arguments: 0..<20) func indexesSayWhatALookThroughAllObjectsSays(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var collection = collection()
    for version in 1...400 {
      let labels = [
        "node": "n\(Int.random(in: 0..<3, using: &generator))",
        "letters": ["", "x", "xx", "xy", "yz"].randomElement(using: &generator) ?? "",
      ]
      let object = Self.object("o\(Int.random(in: 0..<12, using: &generator))", labels, version: version)
      switch Int.random(in: 0..<10, using: &generator) {
      case 0: _ = collection.apply(.deleted(object))
      case 1: _ = collection.replace(with: [object])
      default: _ = collection.apply(.modified(object))
      }
      for value in ["x", "y", "z"] {
        let expected = collection.objects.filter {
          $0.tree.value(at: "metadata", "labels", "letters")?.string?.contains(value) ?? false
        }
        #expect(names(collection, "letters", value) == expected.map(\.name).sorted())
      }
    }
  }

  private struct Wrapper: JSONDecodable, Sendable {
    static let expectedJSON = "an object"
    var metadata = ObjectMeta()

    mutating func decode(from reader: inout JSONReader) {
      guard var members = reader.beginObject() else { return }
      while let key = reader.nextKey(&members) {
        if key.equals("metadata") { reader.member("metadata", &metadata) } else { reader.unknownMember(key) }
      }
    }
  }
}
