import JSON
import Kube
import VirtTypes

/// The mutating webhooks of v1alpha2. v0.8.0 has none: what its controllers wrote after creation is written here.
enum LegacyMutation {
  /// On an instance; the virtual machine controller takes it off when nothing is left to clean up.
  static let finalizer = "foregroundDeleteVirtualMachine"

  /// Presets, defaults, the memory limit of the namespace, the mark of the profile, and the finalizer.
  static func instance(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    do throws(LegacyRequest.Failure) {
      let legacy = try LegacyRequest(request, body, resource: "virtualmachineinstances")
      let original: V1alpha2.VirtualMachineInstance = try legacy.object()
      guard request.operation != .update else {
        let old: V1alpha2.VirtualMachineInstance? = try legacy.oldObject()
        return updateVerdict(old: old?.metadata, new: original.metadata)
      }
      if original.metadata.annotations?[Profile.presetsAppliedAnnotation] != nil { return .allowed() }
      var instance = original
      let outcome = initialize(&instance, request: request, environment: environment)
      guard outcome.conflicts.isEmpty else { return .refused(outcome.conflicts, warnings: outcome.warnings) }
      let before: JSONValue = try legacy.object()
      let after = LegacyTree.rewritten(before, metadata: instance.metadata, spec: instance.spec.jsonTree)
      return .allowed(patch: JSONPatch.difference(from: before, to: after), warnings: outcome.warnings)
    } catch {
      return error.verdict
    }
  }

  /// Marks a new machine as one of the legacy profile.
  static func machine(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    mark(request, body, resource: "virtualmachines")
  }

  /// Marks a new replica set as one of the legacy profile.
  static func replicaSet(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, _ environment: AdmissionEnvironment
  ) -> Verdict {
    mark(request, body, resource: "virtualmachineinstancereplicasets")
  }

  /// What v0.8.0's preset controller does with an instance that it sees for the first time.
  static func initialize(
    _ instance: inout V1alpha2.VirtualMachineInstance, request: AdmissionRequest, environment: AdmissionEnvironment
  ) -> LegacyPresets.Outcome {
    let namespace = request.namespace.isEmpty ? instance.metadata.namespace : request.namespace
    let snapshot = environment.snapshot
    var outcome = LegacyPresets.Outcome()
    if instance.metadata.annotations?[LegacyPresets.exclusionAnnotation] != "true" {
      let presets = (snapshot.presets[namespace] ?? []).map(\.v1alpha2)
      let before = instance
      outcome = LegacyPresets.apply(presets, to: &instance)
      guard outcome.conflicts.isEmpty else { return outcome }
      if snapshot.explainsPresets {
        explain(presets, before: before, after: &instance)
      }
      LegacyDefaults.apply(to: &instance.spec, makeUUID: environment.makeUUID)
      LegacyDefaults.applyMemoryLimit(snapshot.defaultMemoryLimits[namespace], to: &instance.spec)
    }
    var annotations = instance.metadata.annotations ?? [:]
    annotations[Profile.presetsAppliedAnnotation] = Profile.presetsAppliedValue
    instance.metadata.annotations = annotations
    if !instance.metadata.finalizers.contains(finalizer) { instance.metadata.finalizers.append(finalizer) }
    return outcome
  }

  private static func explain(
    _ presets: [V1alpha2.VirtualMachineInstancePreset], before: V1alpha2.VirtualMachineInstance,
    after: inout V1alpha2.VirtualMachineInstance
  ) {
    let explanation = PresetExplanation(
      before: before.spec.jsonTree, after: after.spec.jsonTree,
      presets: presets.map { ($0.metadata.name, $0.spec.jsonTree) }
        .filter { after.metadata.annotations?[LegacyPresets.appliedAnnotationPrefix + $0.0] != nil })
    guard !explanation.fields.isEmpty else { return }
    after.metadata.annotations?[PresetExplanation.annotation] = explanation.annotationValue
  }

  private static func updateVerdict(old: ObjectMeta?, new: ObjectMeta) -> Verdict {
    guard let old else { return .allowed() }
    let causes = Profile.changes(from: old.annotations, to: new.annotations)
    return causes.isEmpty ? .allowed() : .refused(causes)
  }

  /// New objects get the mark; an update that leaves it out keeps it, since v0.8.0's clients do not know it.
  private static func mark(
    _ request: AdmissionRequest, _ body: UnsafeRawBufferPointer, resource: String
  ) -> Verdict {
    do throws(LegacyRequest.Failure) {
      let legacy = try LegacyRequest(request, body, resource: resource)
      let before: JSONValue = try legacy.object()
      var metadata: ObjectMeta = try legacy.object(LegacyMetadata.self).metadata
      switch request.operation {
      case .update:
        guard let old = try legacy.oldObject(LegacyMetadata.self)?.metadata else { return .allowed() }
        guard metadata.annotations?[Profile.annotation] == nil,
          let mark = old.annotations?[Profile.annotation]
        else { return updateVerdict(old: old, new: metadata) }
        metadata.annotations = metadata.annotations ?? [:]
        metadata.annotations?[Profile.annotation] = mark
        let causes = Profile.changes(from: old.annotations, to: metadata.annotations)
        guard causes.isEmpty else { return .refused(causes) }
      default:
        metadata.annotations = metadata.annotations ?? [:]
        metadata.annotations?[Profile.annotation] = Profile.legacyAnnotationValue
      }
      let after = LegacyTree.withAnnotations(before, metadata.annotations ?? [:])
      return .allowed(patch: JSONPatch.difference(from: before, to: after))
    } catch {
      return error.verdict
    }
  }
}
