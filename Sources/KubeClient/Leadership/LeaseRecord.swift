import JSON
import Kube

/// Who holds a lease, and since when (coordination.k8s.io/v1 LeaseSpec).
struct LeaseRecord: Sendable, Hashable {
  /// Empty when nobody holds it.
  var holderIdentity = ""
  var leaseDurationSeconds: Int64 = 0
  /// As they were written: clocks of others are not trusted, so that these are compared and never calculated with.
  var acquireTime = ""
  var renewTime = ""
  /// How often the holder changed.
  var leaseTransitions: Int64 = 0

  init() {}

  init(_ lease: JSONValue) {
    let spec = lease["spec"]
    holderIdentity = spec?["holderIdentity"]?.string ?? ""
    leaseDurationSeconds = spec?["leaseDurationSeconds"]?.int64 ?? 0
    acquireTime = spec?["acquireTime"]?.string ?? ""
    renewTime = spec?["renewTime"]?.string ?? ""
    leaseTransitions = spec?["leaseTransitions"]?.int64 ?? 0
  }

  /// The lease with this record; members that are not known here stay.
  func written(to lease: JSONValue) -> JSONValue {
    var lease = lease
    var spec = lease["spec"] ?? [:]
    spec["holderIdentity"] = .string(holderIdentity)
    spec["leaseDurationSeconds"] = .number(JSONNumber(leaseDurationSeconds))
    spec["acquireTime"] = .string(acquireTime)
    spec["renewTime"] = .string(renewTime)
    spec["leaseTransitions"] = .number(JSONNumber(leaseTransitions))
    lease["spec"] = spec
    return lease
  }
}
