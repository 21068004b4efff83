import JSON
import Kube
import Testing

/// Bodies are written by hand from the encoding's rules, with the tiny writer below.
@Suite struct KubernetesProtobufTests {
  private let reader = KubernetesProtobuf(
    table: ##"""
      {"core.v1.Thing":{"1":"metadata core.v1.Meta","2":"data {}string","3":"count int32","4":"ports []core.v1.Port",
      "5":"immutable bool?","6":" core.v1.Source","7":"amount Quantity","8":"raw {}bytes","9":"grace int64?"},
      "core.v1.Meta":{"1":"name string","2":"generateName string","8":"creationTimestamp Time","11":"labels {}string"},
      "core.v1.Port":{"1":"target IntOrString","2":"names []string"},
      "core.v1.Source":{"1":"emptyDir core.v1.Empty?","2":"path string"},"core.v1.Empty":{},
      "core.v1.Tree":{"1":"child core.v1.Tree?"},
      "meta.v1.DeleteOptions":{"4":"propagationPolicy string?"}}
      """##)

  private func field(_ number: UInt64, _ bytes: [UInt8]) -> [UInt8] {
    varint(number << 3 | 2) + varint(UInt64(bytes.count)) + bytes
  }
  private func field(_ number: UInt64, _ text: String) -> [UInt8] { field(number, Array(text.utf8)) }
  private func field(_ number: UInt64, value: UInt64) -> [UInt8] { varint(number << 3) + varint(value) }

  private func varint(_ value: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }

  private func body(_ apiVersion: String, _ kind: String, _ raw: [UInt8]) -> [UInt8] {
    Array("k8s\0".utf8) + field(1, field(1, apiVersion) + field(2, kind)) + field(2, raw) + field(3, "") + field(4, "")
  }

  @Test func `an object is read with lists, maps, inline members and special types`() throws {
    let time = field(8, field(1, value: 1_700_000_000))
    let raw =
      field(1, field(1, "a") + field(2, "") + time + field(11, field(1, "k") + field(2, "v")))
      + field(2, field(1, "x") + field(2, "1")) + field(2, field(1, "y") + field(2, "2")) + field(3, value: 7)
      + field(4, field(1, field(1, value: 0) + field(2, value: 80) + field(3, "")) + field(2, "p") + field(2, "q"))
      + field(4, field(1, field(1, value: 1) + field(2, value: 0) + field(3, "http")))
      + field(6, field(1, []) + field(2, "")) + field(7, field(1, "64Mi")) + field(8, field(1, "b") + field(2, [1, 2]))
    let expected: JSONValue = [
      "apiVersion": "v1", "kind": "Thing",
      "metadata": ["name": "a", "creationTimestamp": "2023-11-14T22:13:20Z", "labels": ["k": "v"]],
      "data": ["x": "1", "y": "2"], "count": 7,
      "ports": [["target": 80, "names": ["p", "q"]], ["target": "http"]], "emptyDir": [:], "amount": "64Mi",
      "raw": ["b": "AQI="],
    ]
    #expect(try reader.object(body("v1", "Thing", raw)) == expected)
  }

  @Test func `zero and empty values stay only where a pointer says that they were set`() throws {
    let raw = field(3, value: 0) + field(5, value: 0) + field(9, value: 0) + field(1, [])
    let object = try reader.object(body("v1", "Thing", raw))
    #expect(object == ["apiVersion": "v1", "kind": "Thing", "immutable": false, "grace": 0])
  }

  @Test func `negative numbers and unknown fields are read`() throws {
    let raw = field(3, value: UInt64(bitPattern: -5)) + field(99, "later") + field(98, value: 1)
    #expect(try reader.object(body("v1", "Thing", raw))["count"] == -5)
  }

  @Test func `options of a deletion come under any group`() throws {
    let object = try reader.object(body("policy/v1", "DeleteOptions", field(4, "Orphan")))
    #expect(object["propagationPolicy"] == "Orphan")
  }

  @Test func `what is cut short, nested without end, or unknown is refused`() {
    let whole = body("v1", "Thing", field(1, field(1, "a")) + field(3, value: 300))
    for count in 0..<whole.count where count < 4 {
      #expect(throws: KubernetesProtobuf.Malformed.self) { try reader.object(Array(whole.prefix(count))) }
    }
    #expect(throws: KubernetesProtobuf.Malformed.self) { try reader.object(body("v1", "Thing", [0x1A, 0xFF])) }
    #expect(throws: KubernetesProtobuf.Malformed.self) { try reader.object(body("v1", "Other", [])) }
    let deep = (0..<1000).reduce([UInt8]()) { inner, _ in field(1, inner) }
    #expect(throws: KubernetesProtobuf.Malformed.self) { try reader.object(body("v1", "Tree", deep)) }
  }

  @Test func `random bytes never trap`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var bytes = body(
        "v1", "Thing", field(1, field(1, "name")) + field(4, field(1, field(3, "x"))) + field(3, value: 9))
      for _ in 0..<3 {
        bytes[Int.random(in: 4..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      _ = try? reader.object(bytes)
    }
  }
}
