import Kube
import VirtTypes

/// Why presets could not be applied.
enum PresetError: Error, CustomStringConvertible {
  case badSelector(preset: String, reason: String)
  case conflicts([Conflict])

  /// Two presets of one instance that set a field to different values.
  struct Conflict: Equatable {
    var first: String
    var second: String
    /// The fields, as paths within the presets' domain.
    var fields: [String]
  }

  var description: String {
    switch self {
    case .badSelector(let preset, let reason): "preset '\(preset)' has a selector that can't be used: \(reason)"
    case .conflicts(let conflicts):
      "VirtualMachinePresets cannot be applied due to conflicts: "
        + conflicts.map { conflict in
          "presets '\(conflict.first)' and '\(conflict.second)' conflict: they set "
            + conflict.fields.map { "spec.domain.\($0)" }.joined(separator: ", ") + " to different values"
        }.joined(separator: "; ")
    }
  }
}

/// Fills a new instance from the presets of its namespace that select it.
struct PresetApplication {
  /// On an instance, by the value `true`: no preset is applied.
  static let exclusionAnnotation = "virtualmachineinstancepresets.admission.kubevirt.io/exclude"
  static let annotationPrefix = PresetExplanation.appliedAnnotationPrefix
  static let annotationValue = "kubevirt.io/v1"

  let presets: [V1.VirtualMachineInstancePreset]

  init(presets: [V1.VirtualMachineInstancePreset]) { self.presets = presets }

  /// Merges the presets, and tells which fields stay although a preset has another value for them.
  func apply(to instance: inout V1.VirtualMachineInstance) throws(PresetError) -> [String] {
    guard !presets.isEmpty, instance.metadata.annotations?[Self.exclusionAnnotation] != "true" else { return [] }
    let selected = try select(instance.metadata.labels ?? [:])
    let conflicts = Self.conflicts(among: selected)
    if !conflicts.isEmpty { throw .conflicts(conflicts) }
    var warnings: [String] = []
    for preset in selected {
      guard let domain = preset.spec.domain else { continue }
      let applied = PresetField.all.filter { $0.merge(domain, &instance.spec.domain) }
      for field in PresetField.all.flatMap({ $0.conflicts(domain, instance.spec.domain) }) {
        warnings.append(
          "spec.domain.\(field) stays as it is: preset \"\(preset.metadata.name)\" has another value")
      }
      guard !applied.isEmpty else { continue }
      var annotations = instance.metadata.annotations ?? [:]
      annotations[Self.annotationPrefix + preset.metadata.name] = Self.annotationValue
      instance.metadata.annotations = annotations
    }
    return warnings
  }

  /// Writes down which preset set which field.
  func explain(before: V1.VirtualMachineInstance, after: inout V1.VirtualMachineInstance) {
    let applied = presets.filter { preset in
      after.metadata.annotations?[Self.annotationPrefix + preset.metadata.name] != nil
    }
    let explanation = PresetExplanation(
      before: before.spec.jsonTree, after: after.spec.jsonTree,
      presets: applied.map { ($0.metadata.name, $0.spec.jsonTree) })
    if explanation.fields.isEmpty { return }
    after.metadata.annotations?[PresetExplanation.annotation] = explanation.annotationValue
  }

  private func select(_ labels: [String: String]) throws(PresetError) -> [V1.VirtualMachineInstancePreset] {
    var selected: [V1.VirtualMachineInstancePreset] = []
    for preset in presets {
      do {
        if try Selector(preset.spec.selector).matches(labels) { selected.append(preset) }
      } catch {
        throw .badSelector(preset: preset.metadata.name, reason: "\(error)")
      }
    }
    return selected
  }

  private static func conflicts(among presets: [V1.VirtualMachineInstancePreset]) -> [PresetError.Conflict] {
    var conflicts: [PresetError.Conflict] = []
    for (index, first) in presets.enumerated() {
      for second in presets[(index + 1)...] {
        guard let one = first.spec.domain, let other = second.spec.domain else { continue }
        let fields = PresetField.all.flatMap { $0.conflicts(one, other) }
        guard !fields.isEmpty else { continue }
        conflicts.append(.init(first: first.metadata.name, second: second.metadata.name, fields: fields))
      }
    }
    return conflicts
  }
}

/// One part of a domain that presets can set.
struct PresetField: Sendable {
  /// Copies the preset's part where the instance has none; tells whether both are the same afterwards.
  var merge: @Sendable (_ preset: V1.DomainSpec, _ domain: inout V1.DomainSpec) -> Bool
  /// The fields that two presets set to different values.
  var conflicts: @Sendable (V1.DomainSpec, V1.DomainSpec) -> [String]

  static let all: [PresetField] = [
    requests,
    optional("cpu") {
      $0.cpu
    } set: {
      $0.cpu = $1
    },
    optional("firmware") {
      $0.firmware
    } set: {
      $0.firmware = $1
    },
    clock,
    timer,
    optional("features") {
      $0.features
    } set: {
      $0.features = $1
    },
    optional("devices.watchdog") {
      $0.devices.watchdog
    } set: {
      $0.devices.watchdog = $1
    },
    optional("ioThreadsPolicy") {
      $0.ioThreadsPolicy
    } set: {
      $0.ioThreadsPolicy = $1
    },
  ]

  private static func optional<Value: Equatable & SendableMetatype>(
    _ name: String, _ get: @escaping @Sendable (V1.DomainSpec) -> Value?,
    set: @escaping @Sendable (inout V1.DomainSpec, Value) -> Void
  ) -> PresetField {
    PresetField(
      merge: { preset, domain in
        guard let value = get(preset) else { return false }
        if get(domain) == nil { set(&domain, value) }
        return get(domain) == value
      },
      conflicts: { one, other in
        guard let one = get(one), let other = get(other), one != other else { return [] }
        return [name]
      })
  }

  private static let requests = PresetField(
    merge: { preset, domain in
      guard let requests = preset.resources.requests, !requests.isEmpty else { return false }
      if domain.resources.requests == nil { domain.resources.requests = requests }
      return requests.isEqual(to: domain.resources.requests ?? [:])
    },
    conflicts: { one, other in
      let others = other.resources.requests ?? [:]
      return (one.resources.requests ?? [:]).sorted { $0.key < $1.key }.compactMap { name, amount in
        guard let otherAmount = others[name], !amount.isIdentical(to: otherAmount) else { return nil }
        return "resources.requests.\(name)"
      }
    })

  /// The clock without its timers.
  private static let clock = PresetField(
    merge: { preset, domain in
      guard let clock = preset.clock else { return false }
      if domain.clock == nil { domain.clock = clock.offset }
      // Timers count here too, though they are merged by themselves.
      return domain.clock == clock
    },
    conflicts: { one, other in
      guard let one = one.clock, let other = other.clock, one.offset != other.offset else { return [] }
      return ["clock"]
    })

  private static let timer = PresetField(
    merge: { preset, domain in
      guard let timer = preset.clock?.timer else { return false }
      if domain.clock?.timer == nil { domain.clock?.timer = timer }
      return domain.clock?.timer == timer
    },
    conflicts: { one, other in
      guard let one = one.clock?.timer, let other = other.clock?.timer, one != other else { return [] }
      return ["clock.timer"]
    })
}

extension [String: Quantity] {
  /// Whether both hold the same amounts, however they are written.
  fileprivate func isEqual(to other: [String: Quantity]) -> Bool {
    count == other.count && allSatisfy { name, amount in other[name].map(amount.isEqual(to:)) ?? false }
  }
}

extension V1.Clock {
  /// The clock without its timers.
  fileprivate var offset: V1.Clock {
    var clock = self
    clock.timer = nil
    return clock
  }
}
