import JSON
import Kube

/// What an update makes of the stored object.
enum ObjectUpdate: Sendable {
  /// The object as the client wants it, with what its text gives twice.
  case replace(JSONValue, duplicates: [String] = [])
  case patch(PatchBody, duplicates: [String] = [])
  /// Sets the number that `/scale` stands for.
  case scale(ScaleChange)

  struct ScaleChange: Sendable {
    /// The Scale that is wanted, given the one that is there.
    var wanted: @Sendable (JSONValue) throws(Status) -> JSONValue
  }

  var duplicates: [String] {
    switch self {
    case .replace(_, let duplicates), .patch(_, let duplicates): duplicates
    case .scale: []
    }
  }
}
