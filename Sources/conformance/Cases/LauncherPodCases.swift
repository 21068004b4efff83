import JSON
import Kube
import KubeTypes
import VirtController
import VirtTypes

/// What the webhooks make of an instance that is to be created.
private enum Admitted {
  /// Whether one of them refuses it.
  static func isRefused(_ record: RecordedCase) throws -> Bool {
    guard let given = record.input["vmi"] else { return true }
    let mutation = try response("/virtualmachineinstances-mutate", given, record)
    guard mutation["allowed"]?.bool == true else { return true }
    var instance = given
    if let patch = mutation["patch"]?.string {
      instance = try PatchApplication.apply(JSONValue(parsing: Base64.decode(patch)), to: given)
    }
    let validation = try response("/virtualmachineinstances-validate-create", instance, record)
    return validation["allowed"]?.bool != true
  }

  private static func response(
    _ endpoint: String, _ instance: JSONValue, _ record: RecordedCase
  ) throws -> JSONValue {
    let kind: JSONValue = ["group": "kubevirt.io", "version": "v1", "kind": "VirtualMachineInstance"]
    let resource: JSONValue = ["group": "kubevirt.io", "version": "v1", "resource": "virtualmachineinstances"]
    let review: JSONValue = [
      "id": .string(record.id), "endpoint": .string(endpoint), "expected": [:],
      "objects": record.input["objects"] ?? [], "featureGates": record.input["featureGates"] ?? [],
      "config": record.input["config"] ?? [:],
      "request": [
        "uid": "", "operation": "CREATE", "kind": kind, "resource": resource, "object": instance,
        "namespace": instance.value(at: "metadata", "namespace") ?? "",
        "name": instance.value(at: "metadata", "name") ?? "", "userInfo": ["username": "someone"],
      ],
    ]
    guard let verdict = VerdictRecord(review) else { return .null }
    let answer = VerdictRunner().answer(to: verdict)
    return try JSONValue(parsing: answer.body)["response"] ?? .null
  }
}

/// Makes the launcher pods of recorded instances (current profile).
enum LauncherPodCases {
  @Sendable static func judge(_ record: RecordedCase) throws -> [String] {
    if record.output["denied"]?.bool == true {
      return try Admitted.isRefused(record) ? [] : ["denied, got admitted"]
    }
    guard var instance = record.output["vmi"] else { return ["the record has no instance"] }
    // Of the time of the run there is only a mark.
    instance["status"]?["phaseTransitionTimestamps"] = nil
    let pod: Core.Pod
    do throws(LauncherPodError) {
      pod = try LauncherPodTemplate().makePod(
        for: try decode(instance), lookups: lookups(record), in: context(record))
    } catch {
      return record.output["podError"]?.bool == true ? [] : ["pod expected, got: \(error)"]
    }
    guard let expected = record.output["pod"] else { return ["no pod expected"] }
    return ObjectComparison.differences(ObjectComparison.tidy(expected), ObjectComparison.tidy(pod.jsonTree)).map {
      "\($0.pathWithoutNumbers): \($0.expected), got \($0.found)"
    }
  }

  private static func decode<Object: JSONStructure>(_ value: JSONValue) throws(LauncherPodError) -> Object {
    do {
      return try Object(json: value.serialized())
    } catch {
      throw .malformed(member: "the record", reason: "does not decode: \(error)")
    }
  }

  private static func lookups(_ record: RecordedCase) throws(LauncherPodError) -> LauncherPodLookups {
    var lookups = LauncherPodLookups()
    for object in record.input["objects"]?.array ?? [] {
      let name = object.value(at: "metadata", "name")?.string ?? ""
      let namespace = object.value(at: "metadata", "namespace")?.string ?? ""
      switch object["kind"]?.string {
      case "PersistentVolumeClaim": lookups.claims[name] = try decode(object)
      case "NetworkAttachmentDefinition": lookups.networkAttachmentDefinitions["\(namespace)/\(name)"] = object
      case "ConfigMap": lookups.configMaps[name] = try decode(object)
      case "ResourceQuota": lookups.resourceQuotas.append(object)
      case "Namespace": lookups.namespaceLabels = try (decode(object) as Core.Namespace).metadata.labels ?? [:]
      default: break
      }
    }
    return lookups
  }

  private static func context(_ record: RecordedCase) -> ReconcileContext {
    var settings = ControllerSettings()
    settings.launcherImage = "registry/virt-launcher:v1.8.4"
    settings.imagePullSecret = record.input["imagePullSecret"]?.string ?? ""
    return ReconcileContext(
      now: Timestamp(seconds: 0), seed: 0, configuration: record.configuration, settings: settings)
  }
}
