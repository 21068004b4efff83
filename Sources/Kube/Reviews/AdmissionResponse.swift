import JSON

/// The answer to an admission request (admission.k8s.io).
public struct AdmissionResponse: Sendable, Hashable {
  /// The request's uid.
  public var uid: String
  public var isAllowed: Bool
  /// Why not; also shown to the user as the request's error.
  public var status: Status?
  /// A JSON patch (RFC 6902) as JSON text, to be applied to the object.
  public var patch: [UInt8]?
  /// Each a line that clients print; the API server cuts them at 256 characters.
  public var warnings: [String]
  /// Added to the audit record under the webhook's name.
  public var auditAnnotations: [String: String]

  public init(
    uid: String, isAllowed: Bool, status: Status? = nil, patch: [UInt8]? = nil, warnings: [String] = [],
    auditAnnotations: [String: String] = [:]
  ) {
    self.uid = uid
    self.isAllowed = isAllowed
    self.status = status
    self.patch = patch
    self.warnings = warnings
    self.auditAnnotations = auditAnnotations
  }

  /// The whole answer as JSON, in the version of the review that asked.
  public func reviewBytes(apiVersion: String) -> [UInt8] {
    var writer = JSONWriter(reserving: 256 + (patch?.count ?? 0) * 4 / 3)
    writer.beginObject()
    if !apiVersion.isEmpty {
      writer.member("kind", "AdmissionReview")
      writer.member("apiVersion", apiVersion)
    }
    writer.member("response", self)
    writer.endObject()
    return writer.bytes
  }
}

extension AdmissionResponse: JSONEncodable {
  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("uid", uid)
    writer.member("allowed", isAllowed)
    if let status {
      writer.key("status")
      status.encodeNested(to: &writer)
    }
    if let patch {
      writer.member("patch", Base64.encode(patch))
      writer.member("patchType", "JSONPatch")
    }
    writer.memberUnlessEmpty("auditAnnotations", auditAnnotations)
    writer.memberUnlessEmpty("warnings", warnings)
    writer.endObject()
  }
}
