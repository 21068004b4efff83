extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .alreadyExists(let key): "\(key.collection) \(key.namespace)/\(key.name) exists already"
    case .notFound(let key): "there is no \(key.collection) \(key.namespace)/\(key.name)"
    case .conflict(let key, let current): "\(key.collection) \(key.namespace)/\(key.name) is at revision \(current)"
    case .expired(let requested, let oldest): "revision \(requested) was compacted; the oldest one is \(oldest)"
    case .future(let requested, let current): "revision \(requested) has not happened yet; the last one is \(current)"
    case .full(let text), .damaged(let text), .failed(let text): text
    case .newerFormat(let found, let known):
      "the file has format \(found), and this program knows formats up to \(known): use the program that wrote it"
    case .closed: "the store is closed"
    }
  }
}
