import JSON
import Kube
import VirtTypes
import YAML

/// Reads the bodies of requests: YAML or JSON, decoded as Go decodes it.
enum SubresourceBody {
  /// The options in a body; those of an empty one where there is none.
  static func options<Options: JSONStructure>(
    _ type: Options.Type, from body: [UInt8], dryRun: KeyPath<Options, [String]>
  ) throws(DecisionEnd) -> (options: Options, isDryRun: Bool) {
    let options = try decode(type, from: body) ?? Options()
    return (options, try isDryRun(options[keyPath: dryRun]))
  }

  /// Nil for an empty body.
  static func decode<Options: JSONStructure>(
    _ type: Options.Type, from body: [UInt8]
  ) throws(DecisionEnd) -> Options? {
    if body.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) { return nil }
    do {
      let value = try YAML.value(parsing: String(decoding: body, as: UTF8.self))
      return value.isNull ? Options() : try Options(json: value.jsonBytes(), options: .lenient)
    } catch {
      throw .refused(.faultyRequest("Can not unmarshal Request body to struct, error: \(error)"))
    }
  }

  /// Whether nothing is to be stored.
  private static func isDryRun(_ stages: [String]) throws(DecisionEnd) -> Bool {
    guard stages.allSatisfy({ $0 == "All" }) else {
      throw .refused(.faultyRequest("dryRun: only \"All\" is known"))
    }
    return !stages.isEmpty
  }
}
