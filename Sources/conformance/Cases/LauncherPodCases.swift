import JSON
import Kube
import KubeTypes
import VirtController
import VirtTypes

/// Makes the launcher pods of recorded instances (current profile).
enum LauncherPodCases {
  @Sendable static func judge(_ record: RecordedCase) throws -> [String] {
    // Admission refused the instance; that is judged with the verdicts.
    if record.output["denied"]?.bool == true { return [] }
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
