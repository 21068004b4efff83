import Kube

extension RequestOptions {
  /// Reads the parameters of a query, with Kubernetes' answers to values that are none.
  ///
  /// - Parameter verb: which options the parameters are.
  init(_ parameters: [String: [String]], verb: Verb) throws(Status) {
    self.init()
    self.parameters = parameters
    func text(_ name: String) -> String { parameters[name]?.first ?? "" }
    func isSet(_ name: String) -> Bool? {
      parameters[name]?.first.map { $0 != "0" && $0.lowercased() != "false" }
    }
    labelSelector = text("labelSelector")
    fieldSelector = text("fieldSelector")
    resourceVersion = text("resourceVersion")
    continueToken = text("continue")
    watch = isSet("watch") ?? false
    allowWatchBookmarks = isSet("allowWatchBookmarks") ?? false
    sendInitialEvents = isSet("sendInitialEvents")
    pretty = isSet("pretty") ?? false
    fieldManager = text("fieldManager")
    propagationPolicy = text("propagationPolicy")
    includeObject = text("includeObject")
    limit = try Self.integer(parameters, "limit").map { Int(clamping: $0) }
    timeoutSeconds = try Self.integer(parameters, "timeoutSeconds").map { Int(clamping: $0) }
    gracePeriodSeconds = try Self.integer(parameters, "gracePeriodSeconds")

    var causes: [Cause] = []
    if let match = parameters["resourceVersionMatch"]?.first, !match.isEmpty {
      resourceVersionMatch = VersionMatch(rawValue: match)
      if resourceVersionMatch == nil {
        causes.append(Self.notSupported("resourceVersionMatch", match, ["Exact", "NotOlderThan", ""]))
      }
    }
    if let dryRun = parameters["dryRun"], dryRun != [""] {
      isDryRun = true
      if dryRun.contains(where: { $0 != "All" }) { causes.append(DeletionOptions.unsupportedDryRun(dryRun)) }
    }
    if let validation = parameters["fieldValidation"]?.first, !validation.isEmpty {
      if let known = FieldValidation(rawValue: validation) {
        fieldValidation = known
      } else {
        causes.append(Self.notSupported("fieldValidation", validation, ["Ignore", "Strict", "Warn"]))
      }
    }
    if fieldManager.utf8.count > 128 {
      causes.append(Cause(.tooLong, "fieldManager", "Too long: may not be more than 128 bytes"))
    }
    if !causes.isEmpty { throw .invalidOptions(Self.kind(verb), causes) }
  }

  private static func kind(_ verb: Verb) -> String {
    switch verb {
    case .create: "CreateOptions"
    case .update: "UpdateOptions"
    case .patch: "PatchOptions"
    case .delete, .deletecollection: "DeleteOptions"
    case .get: "GetOptions"
    default: "ListOptions"
    }
  }

  private static func integer(_ parameters: [String: [String]], _ name: String) throws(Status) -> Int64? {
    guard let text = parameters[name]?.first else { return nil }
    if let value = Int64(text) { return value }
    throw .badRequest("strconv.ParseInt: parsing \(Status.quoted(text)): invalid syntax")
  }

  private static func notSupported(_ field: String, _ value: String, _ known: [String]) -> Cause {
    Cause(
      .notSupported, field,
      "Unsupported value: \(Status.quoted(value)): supported values: "
        + known.map(Status.quoted).joined(separator: ", "))
  }
}
