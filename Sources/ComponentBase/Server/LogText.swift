extension String {
  /// The text on one line of at most 256 characters: what comes with a request must neither forge lines of a log nor
  /// fill it.
  public var forLog: String {
    var result = ""
    for (count, scalar) in unicodeScalars.enumerated() {
      if count == 256 { return result + "…" }
      let isBreaking =
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
      result.unicodeScalars.append(isBreaking ? " " : scalar)
    }
    return result
  }
}
