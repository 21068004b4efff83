import JSON
import Kube

/// The options of a deletion (meta/v1 DeleteOptions), from its body or its query.
struct DeletionOptions {
  var gracePeriodSeconds: Int64?
  /// `Orphan`, `Background`, `Foreground`, or empty.
  var propagationPolicy = ""
  var orphanDependents: Bool?
  var uid: String?
  var resourceVersion: String?
  var isDryRun = false

  init() {}

  /// Options of the query, for a request without a body.
  init(_ options: RequestOptions) throws(Status) {
    gracePeriodSeconds = options.gracePeriodSeconds
    propagationPolicy = options.propagationPolicy
    isDryRun = options.isDryRun
    orphanDependents = options.parameters["orphanDependents"]?.first.map { $0 != "false" && $0 != "0" }
    try validate()
  }

  /// Options of a body; those of the query don't count beside it, but for `dryRun`.
  init(_ body: JSONValue, query: RequestOptions) throws(Status) {
    if body.isNull {
      try self.init(query)
      return
    }
    self.init()
    let (options, problems) = body.jsonBytes().withUnsafeBytes {
      DeleteOptions.decode($0, options: JSONReader.Options(notesSchema: false))
    }
    if let fault = problems.first(where: \.isFault) {
      throw .badRequest(
        "DeleteOptions in version \"v1\" cannot be handled as a DeleteOptions: \(fault)")
    }
    if !options.kind.isEmpty, options.kind != "DeleteOptions" {
      throw .badRequest("decoded object cannot be converted to DeleteOptions")
    }
    gracePeriodSeconds = options.gracePeriodSeconds
    propagationPolicy = options.propagationPolicy ?? ""
    orphanDependents = options.orphanDependents
    uid = options.preconditions?.uid
    resourceVersion = options.preconditions?.resourceVersion
    isDryRun = !options.dryRun.isEmpty || query.isDryRun
    if options.dryRun.contains(where: { $0 != "All" }) {
      throw .invalidOptions("DeleteOptions", [Self.unsupportedDryRun(options.dryRun)])
    }
    try validate()
  }

  static func unsupportedDryRun(_ values: [String]) -> Cause {
    Cause(
      .notSupported, "dryRun",
      "Unsupported value: []string{\(values.map(Status.quoted).joined(separator: ", "))}: supported values: \"All\"")
  }

  private func validate() throws(Status) {
    var causes: [Cause] = []
    if orphanDependents != nil, !propagationPolicy.isEmpty {
      causes.append(
        Cause(
          .invalid, "propagationPolicy",
          "Invalid value: \(Status.quoted(propagationPolicy)): either orphanDependents or propagationPolicy "
            + "is given"))
    }
    if !["", "Foreground", "Background", "Orphan"].contains(propagationPolicy) {
      causes.append(
        Cause(
          .notSupported, "propagationPolicy",
          "Unsupported value: \(Status.quoted(propagationPolicy)): supported values: \"Foreground\", \"Background\", "
            + "\"Orphan\", \"nil\""))
    }
    if !causes.isEmpty { throw .invalidOptions("DeleteOptions", causes) }
  }

  /// As a DeleteOptions object, for admission.
  var object: JSONValue {
    var value: JSONValue = ["kind": "DeleteOptions", "apiVersion": "meta.k8s.io/v1"]
    if let gracePeriodSeconds { value["gracePeriodSeconds"] = .number(JSONNumber(gracePeriodSeconds)) }
    if uid != nil || resourceVersion != nil {
      var preconditions: JSONValue = [:]
      if let uid { preconditions["uid"] = .string(uid) }
      if let resourceVersion { preconditions["resourceVersion"] = .string(resourceVersion) }
      value["preconditions"] = preconditions
    }
    if let orphanDependents { value["orphanDependents"] = .bool(orphanDependents) }
    if !propagationPolicy.isEmpty { value["propagationPolicy"] = .string(propagationPolicy) }
    if isDryRun { value["dryRun"] = ["All"] }
    return value
  }

  /// What the options demand of the object and it does not meet.
  func unmetPrecondition(_ metadata: JSONObject) -> String? {
    let foundUID = metadata["uid"]?.string ?? ""
    if let uid, uid != foundUID {
      return
        "the UID in the precondition (\(uid)) does not match the UID in record (\(foundUID)). The object might have "
        + "been deleted and then recreated"
    }
    let found = metadata["resourceVersion"]?.string ?? ""
    if let resourceVersion, resourceVersion != found {
      return
        "the ResourceVersion in the precondition (\(resourceVersion)) does not match the ResourceVersion in record "
        + "(\(found)). The object might have been modified"
    }
    return nil
  }
}

/// What a deletion does to an object: a pure function of the object and the options.
enum DeletionDecision: Equatable {
  /// Removes the object now, in its last form.
  case remove(JSONValue)
  /// Writes the object with a mark that it is being deleted; someone else ends that.
  case mark(JSONValue)
  /// It is being deleted already, and the options don't hurry that.
  case unchanged

  /// In seconds, more than a hundred years: the end of a longer time could not be written as a `Time`, whose years have
  /// four digits.
  static let longestGrace: Int64 = 1 << 32

  /// - Parameter object: the object as stored.
  static func decide(
    _ object: JSONValue, _ options: DeletionOptions, strategy: any ResourceStrategy, now: Timestamp
  ) -> DeletionDecision {
    var metadata = object["metadata"]?.object ?? [:]
    let requested = options.gracePeriodSeconds.map { $0 < 0 ? 1 : min($0, longestGrace) }
    let finalizers = (metadata["finalizers"]?.array ?? []).compactMap(\.string)
    let wanted = finalizersAfter(finalizers, options)
    let isHeld = !wanted.isEmpty || strategy.holdsDeletion(of: object)

    if let started = metadata["deletionTimestamp"]?.string {
      let period = metadata["deletionGracePeriodSeconds"]?.int64 ?? 0
      // Only a shorter time can be asked for.
      if let requested, requested < period {
        metadata["deletionGracePeriodSeconds"] = .number(JSONNumber(requested))
        if let ends = Timestamp(started) {
          metadata["deletionTimestamp"] = .string((ends + .seconds(requested - period)).text)
        }
        if requested == 0, finalizers.isEmpty, !strategy.holdsDeletion(of: object) {
          return .remove(object.with(metadata))
        }
        return .mark(object.with(metadata))
      }
      if period == 0, !isHeld { return .remove(object) }
      if period == 0, wanted != finalizers {
        metadata["finalizers"] = wanted.isEmpty ? nil : .array(wanted.map { .string($0) })
        return .mark(object.with(metadata))
      }
      return .unchanged
    }

    let period = min(strategy.deletionGracePeriod(of: object, requested: requested), longestGrace)
    if period == 0, !isHeld, !strategy.endsGracefully { return .remove(object) }
    metadata["finalizers"] = wanted.isEmpty ? nil : .array(wanted.map { .string($0) })
    metadata["deletionTimestamp"] = .string((now + .seconds(period)).text)
    metadata["deletionGracePeriodSeconds"] = .number(JSONNumber(period))
    if let generation = metadata["generation"]?.int64, generation > 0, generation < .max {
      metadata["generation"] = .number(JSONNumber(generation + 1))
    }
    var marked = object.with(metadata)
    strategy.prepareDeletion(&marked)
    return period == 0 && !isHeld ? .remove(marked) : .mark(marked)
  }

  /// The finalizers with those that the propagation policy wants; without a policy what is there stays.
  static func finalizersAfter(_ finalizers: [String], _ options: DeletionOptions) -> [String] {
    let orphans: Bool
    let isForeground: Bool
    switch (options.propagationPolicy, options.orphanDependents) {
    case ("Orphan", _), (_, true?): (orphans, isForeground) = (true, false)
    case ("Foreground", _): (orphans, isForeground) = (false, true)
    case ("Background", _), (_, false?): (orphans, isForeground) = (false, false)
    default:
      orphans = finalizers.contains(Finalizers.orphan)
      isForeground = !orphans && finalizers.contains(Finalizers.foreground)
    }
    var result = finalizers.filter { $0 != Finalizers.orphan && $0 != Finalizers.foreground }
    if orphans { result.append(Finalizers.orphan) }
    if isForeground { result.append(Finalizers.foreground) }
    return Set(result) == Set(finalizers) ? finalizers : result
  }

  /// Whether an object that was just changed is to be removed by that: it is being deleted, its time is over and
  /// nothing holds it any more.
  static func endsWithUpdate(_ object: JSONValue, old: JSONValue, strategy: any ResourceStrategy) -> Bool {
    guard old.value(at: "metadata", "deletionTimestamp") != nil else { return false }
    let metadata = object["metadata"]
    return metadata?["finalizers"]?.array?.isEmpty ?? true
      && metadata?["deletionGracePeriodSeconds"]?.int64 ?? 0 == 0 && !strategy.holdsDeletion(of: object)
  }
}

extension JSONValue {
  /// The object with other metadata.
  func with(_ metadata: JSONObject) -> JSONValue {
    var copy = self
    copy["metadata"] = .object(metadata)
    return copy
  }
}
