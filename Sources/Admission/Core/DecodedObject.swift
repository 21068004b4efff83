import JSON

/// The object of a request, decoded while the review was read, with all that was found wrong with it.
public protocol DecodedObject: AnyObject, Sendable {}

/// An object of a known type.
final class Decoded<Value: JSONDecodable & Sendable>: DecodedObject {
  let value: Value
  let problems: [JSONProblem]

  init(from reader: inout JSONReader) {
    var value = Value()
    reader.decodeValue(&value)
    self.value = value
    problems = reader.problems
  }
}
