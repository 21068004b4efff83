import JSON
import Kube

/// Reads patches and applies them.
enum PatchApplication {
  /// The forms of a patch that a kind takes.
  static func mediaTypes(isCustom: Bool) -> [String] {
    ["application/json-patch+json", "application/merge-patch+json"]
      + (isCustom ? [] : ["application/strategic-merge-patch+json"])
  }

  /// Reads the body of a patch; what it gives twice comes with it.
  static func read(
    _ body: [UInt8], contentType: String, isCustom: Bool
  ) throws(Status) -> (patch: PatchBody, duplicates: [String]) {
    let type = BodyDecoding.mediaType(contentType)
    guard mediaTypes(isCustom: isCustom).contains(type) else {
      // Server-side apply is not served yet; it would be one more form here.
      throw .unsupportedBody(accepting: mediaTypes(isCustom: isCustom))
    }
    let document: BodyDecoding.Document
    do throws(BodyDecoding.DecodingFault) {
      document = try BodyDecoding.json(body)
    } catch {
      throw .badRequest("error decoding patch: \(error.message)")
    }
    if type == "application/json-patch+json" {
      do throws(JSONPatchError) {
        return (.json(try JSONPatch(document.value)), [])
      } catch {
        throw .badRequest("error decoding patch: \(error)")
      }
    }
    guard document.value.object != nil else {
      throw .badRequest("error decoding patch: the patch must be an object, not \(document.value.typeName)")
    }
    return type == "application/merge-patch+json"
      ? (.merge(document.value), document.duplicates) : (.strategic(document.value), document.duplicates)
  }

  /// The object with a patch applied.
  static func apply(
    _ patch: PatchBody, to object: JSONValue, schema: (any ObjectSchema)?
  ) throws(Status) -> JSONValue {
    switch patch {
    case .json(let patch):
      do throws(JSONPatchError) {
        return try patch.applied(to: object)
      } catch {
        throw .unprocessablePatch(String(describing: error))
      }
    case .merge(let patch): return MergePatch.apply(patch, to: object)
    case .strategic(let patch):
      guard let schema else { return MergePatch.apply(patch, to: object) }
      return try StrategicMergePatch.apply(patch, to: object, schema: schema)
    }
  }
}
