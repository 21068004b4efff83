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
    "node-controller": NodeCases.judgeLegacy,
    "render": { try LegacyMachineCases.judgeRendering($0) + LegacyDomainCases.differences($0) },
    "resolvconf": ResolvConfJudge.differences,
    "vm-controller": LegacyMachineCases.judgeMachine,
    "vmi-controller": LegacyMachineCases.judgeInstance,
    "vmirs-controller": ReplicaSetCases.judgeLegacy,
  ]

  static func judge(for record: RecordedCase) -> Judge? {
    (record.profile == .legacy ? legacy : current)[record.endpoint]
  }
}
