extension ReviewHandler {
  /// Every webhook of both profiles; where they share a path the current one comes first.
  public static let allEndpoints: [AdmissionEndpoint] = specEndpoints + objectEndpoints + legacyEndpoints
}
