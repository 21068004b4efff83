import JSON

/// Makes the patch that turns an object as it was sent into the one that admission made of it.
struct ObjectPatch {
  private let sent: JSONValue

  init(_ sent: JSONValue) { self.sent = sent }

  /// The difference when some of the object's members are written anew; others stay as they were sent.
  ///
  /// An empty object that was sent stays too: a client that compares what it wrote with what is stored would
  /// otherwise send it again with every apply.
  func replacing(_ members: (name: String, value: any JSONEncodable)...) -> JSONPatch {
    var wanted = sent
    for (name, value) in members {
      wanted[name] = Self.keepingEmptyObjects(of: sent[name], in: value.jsonTree)
    }
    return JSONPatch.difference(from: sent, to: wanted)
  }

  /// Members whose keys are the user's: an empty one says nothing, and KubeVirt leaves it out.
  private static let maps: Set<String> = [
    "annotations", "labels", "limits", "matchLabels", "nodeSelector", "requests",
  ]

  private static func keepingEmptyObjects(of sent: JSONValue?, in written: JSONValue) -> JSONValue {
    switch (sent, written) {
    case (.object(let before), .object(var after)):
      for (key, value) in before {
        if let kept = after[key] {
          after[key] = keepingEmptyObjects(of: value, in: kept)
        } else if value.object?.isEmpty == true, !maps.contains(key) {
          after[key] = value
        }
      }
      return .object(after)
    case (.array(let before), .array(let after)) where before.count == after.count:
      return .array(zip(before, after).map(keepingEmptyObjects(of:in:)))
    default:
      return written
    }
  }
}
