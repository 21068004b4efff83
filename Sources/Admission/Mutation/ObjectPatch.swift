import JSON

/// Makes the patch that turns an object as it was sent into the one that admission made of it.
struct ObjectPatch {
  private let sent: JSONValue

  init(_ sent: JSONValue) { self.sent = sent }

  /// The difference when some of the object's members are written anew; others stay as they were sent.
  func replacing(_ members: (name: String, value: any JSONEncodable)...) -> JSONPatch {
    var wanted = sent
    for (name, value) in members {
      wanted[name] = value.jsonTree
    }
    return JSONPatch.difference(from: sent, to: wanted)
  }
}
