import JSON
import Kube

/// Compares an answer with the recorded one: status, verdict, code, causes by field and type, the patched object.
/// Sentences and order do not count.
enum Judge {
  /// In what the answer differs; nothing where it agrees.
  static func disagreements(of answer: Answer, with record: VerdictRecord) -> [String] {
    disagreements(of: answer, with: record, expected: record.expected, isLax: false)
  }

  private static func disagreements(
    of answer: Answer, with record: VerdictRecord, expected: JSONValue, isLax: Bool
  ) -> [String] {
    if let outcomes = expected["outcomes"]?.array {  // Any one of these is right.
      let results = outcomes.map { outcome in
        disagreements(
          of: answer, with: record, expected: outcome, isLax: isLax || outcome["allowed"]?.bool != true)
      }
      return results.min { $0.count < $1.count } ?? []
    }
    let response = (try? JSONValue(parsing: answer.body))?["response"]
    if expected["notAllowed"]?.bool == true {  // The real one dies of it; anything but "allowed" will do.
      return response?["allowed"]?.bool == true ? ["allowed what the reference does not survive"] : []
    }
    if expected["anyAnswer"]?.bool == true { return [] }
    if let status = expected["httpStatus"]?.int64 {
      return answer.status == status ? [] : ["http status \(status), got \(answer.status)"]
    }
    guard answer.status == 200 else { return ["http status 200, got \(answer.status)"] }
    guard let response else { return ["no AdmissionReview in the answer"] }
    let isAllowed = response["allowed"]?.bool == true
    guard isAllowed == expected["allowed"]?.bool else {
      return [oppositeVerdict(response: response, expected: expected, isAllowed: isAllowed)]
    }
    if isLax { return [] }
    var found: [String] = []
    if let uid = record.request?["uid"], !uid.isNull, response["uid"] != uid {
      found.append("uid is not that of the request")
    }
    if !isAllowed {
      found += differences(in: response["status"] ?? [:], expected: expected)
    } else if let patched = expected["patchedObject"] {
      found += differences(in: response["patch"]?.string, of: record.request?["object"] ?? .null, expected: patched)
    }
    return found
  }

  private static func oppositeVerdict(response: JSONValue, expected: JSONValue, isAllowed: Bool) -> String {
    let words = isAllowed ? ("denied", "allowed") : ("allowed", "denied")
    let causes =
      isAllowed
      ? causes(expected["causes"], type: "type")
      : causes(response.value(at: "status", "details", "causes"), type: "reason")
    var why = causes.map { "\($0.field.isEmpty ? "-" : $0.field) \($0.type.isEmpty ? "-" : $0.type)" }
      .joined(separator: ", ")
    if !isAllowed {
      why = "got " + (why.isEmpty ? "no causes" : why)
    } else if why.isEmpty {
      why = "code \(expected["code"]?.serialized() ?? "none")"
    }
    return "\(words.0), got \(words.1): \(why)"
  }

  /// What is wrong with a refusal.
  private static func differences(in status: JSONValue, expected: JSONValue) -> [String] {
    var found: [String] = []
    let code = status["code"] ?? .null
    let expectedCode = expected["code"] ?? .null
    if code != expectedCode { found.append("code \(expectedCode.serialized()), got \(code.serialized())") }
    var balance: [CausePlace: Int] = [:]
    for cause in causes(expected["causes"], type: "type") { balance[cause, default: 0] += 1 }
    for cause in causes(status.value(at: "details", "causes"), type: "reason") { balance[cause, default: 0] -= 1 }
    for (cause, count) in balance.sorted(by: { $0.key < $1.key }) where count != 0 {
      let field = cause.field.isEmpty ? "-" : cause.field
      let type = cause.type.isEmpty ? "-" : cause.type
      found += Array(repeating: "\(count > 0 ? "missing" : "extra") cause \(field) \(type)", count: abs(count))
    }
    return found
  }

  /// What is wrong with a patched object.
  private static func differences(in patch: String?, of object: JSONValue, expected: JSONValue) -> [String] {
    var patched = object
    if let patch, !patch.isEmpty {
      do {
        patched = try PatchApplication.apply(JSONValue(parsing: Base64.decode(patch)), to: object)
      } catch {
        return ["patch does not apply: \(error)"]
      }
    }
    return ObjectComparison.differences(
      ObjectComparison.tidy(expected), ObjectComparison.tidy(patched)
    ).map { difference in
      "patched \(difference.pathWithoutNumbers): want \(difference.expected), got \(difference.found)"
    }
  }

  /// What of a cause is compared.
  private struct CausePlace: Hashable, Comparable {
    var field: String
    var type: String

    static func < (left: CausePlace, right: CausePlace) -> Bool {
      (left.field, left.type) < (right.field, right.type)
    }
  }

  private static func causes(_ list: JSONValue?, type: String) -> [CausePlace] {
    (list?.array ?? []).map { CausePlace(field: $0["field"]?.string ?? "", type: $0[type]?.string ?? "") }
  }
}
