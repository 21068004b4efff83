import Admission
import JSON

/// A recorded reconcile, request or rendering: what there was, and what the real system made of it.
struct RecordedCase {
  let id: String
  /// Such as `vm-controller`; `render` for the making of launcher pods.
  let endpoint: String
  let profile: Profile
  let input: JSONValue
  let output: JSONValue

  /// Nil when the record is of another form.
  init?(_ record: JSONValue, profile: Profile) {
    guard let input = record["input"], let output = record["output"] else { return nil }
    id = record["id"]?.string ?? ""
    endpoint = record["endpoint"]?.string ?? "render"
    self.profile = profile
    self.input = input
    self.output = output
  }

  /// The KubeVirt configuration of the record.
  var configuration: ClusterConfiguration {
    var manifests: [JSONValue] = []
    if let manifest = VerdictRecord.kubeVirt(gates: input["featureGates"], configuration: input["config"]) {
      manifests.append(manifest)
    }
    return SnapshotBuilder(manifests).makeSnapshot().configuration
  }
}

/// Who runs which cases; each says in what the answer differs, and nothing where it agrees.
enum CaseJudges {
  typealias Judge = @Sendable (RecordedCase) throws -> [String]

  static let current: [String: Judge] = [
    "render": LauncherPodCases.judge,
    "vm-controller": MachineCases.judge,
    "vm-subresource": MachineSubresourceJudge.differences,
    "vmi-controller": InstanceCases.judge,
  ]

  static let legacy: [String: Judge] = [
    "authorizer": AuthorizerJudge.differences,
    "handler": HandlerCases.judgeLegacy,
    "node-controller": NodeCases.judgeLegacy,
    "render": LegacyMachineCases.judgeRendering,
    "resolvconf": ResolvConfJudge.differences,
    "vm-controller": LegacyMachineCases.judgeMachine,
    "vmi-controller": LegacyMachineCases.judgeInstance,
    "vmirs-controller": ReplicaSetCases.judgeLegacy,
  ]

  /// The judges of a record, each with the name under which its answers are counted: renderings hold a pod and a domain.
  static func judges(for record: RecordedCase) -> [(endpoint: String, judge: Judge)] {
    let isLegacy = record.profile == .legacy
    guard let judge = (isLegacy ? legacy : current)[record.endpoint] else { return [] }
    guard record.endpoint == "render" else { return [(record.endpoint, judge)] }
    return [
      ("render", judge), ("domain", isLegacy ? LegacyDomainCases.differences : DomainCases.differences),
    ]
  }
}
