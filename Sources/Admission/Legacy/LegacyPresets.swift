import Kube
import VirtTypes

/// Applies v0.8.0's presets to an instance.
///
/// What v0.8.0 did in a controller after creation, in the order in which a map happened to give the presets, is done
/// at creation and in the order of their names.
enum LegacyPresets {
  /// On an instance, by the value `true` alone: neither presets nor defaults.
  static let exclusionAnnotation = PresetApplication.exclusionAnnotation
  static let appliedAnnotationPrefix = PresetExplanation.appliedAnnotationPrefix
  static let annotationValue = Profile.presetsAppliedValue

  /// What came of it.
  struct Outcome {
    /// Fields that two presets set differently: the instance is refused, and nothing was applied.
    var conflicts: [Cause] = []
    /// What a client should be told.
    var warnings: [String] = []
  }

  /// Applies those of the presets that select the instance; they come in the order of their names.
  static func apply(
    _ presets: [V1alpha2.VirtualMachineInstancePreset], to instance: inout V1alpha2.VirtualMachineInstance
  ) -> Outcome {
    var outcome = Outcome()
    var matching: [(name: String, sections: LegacyPresetSections)] = []
    let labels = instance.metadata.labels ?? [:]
    for preset in presets {
      switch preset.spec.selector.parsed {
      case .failure(let error):
        outcome.warnings.append("preset \"\(preset.metadata.name)\" is passed over: its selector is faulty: \(error)")
      case .success(let selector):
        guard selector.matches(labels), let domain = preset.spec.domain else { continue }
        matching.append((preset.metadata.name, LegacyPresetSections(domain)))
      }
    }
    outcome.conflicts = conflicts(among: matching)
    guard outcome.conflicts.isEmpty else { return outcome }
    for preset in matching {
      let kept = preset.sections.conflicts(with: LegacyPresetSections(instance.spec.domain))
      if preset.sections.merge(into: &instance.spec.domain) {
        instance.metadata.annotations = instance.metadata.annotations ?? [:]
        instance.metadata.annotations?[appliedAnnotationPrefix + preset.name] = annotationValue
      }
      for field in kept {
        outcome.warnings.append("spec.\(field) stays as it is: preset \"\(preset.name)\" has another value")
      }
    }
    return outcome
  }

  private static func conflicts(among presets: [(name: String, sections: LegacyPresetSections)]) -> [Cause] {
    var causes: [Cause] = []
    for (index, earlier) in presets.enumerated() {
      let rewritten = earlier.sections.rewritten
      for later in presets[(index + 1)...] {
        for field in later.sections.conflicts(with: rewritten) {
          let field = "spec." + field
          let message =
            "\(field) is set differently by the presets \"\(earlier.name)\" and \"\(later.name)\"; "
            + "make them agree, or let only one of them select the instance"
          causes.append(.invalid(field, message))
        }
      }
    }
    return causes
  }
}
