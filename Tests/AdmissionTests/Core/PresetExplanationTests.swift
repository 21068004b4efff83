import Admission
import JSON
import Testing

@Suite struct PresetExplanationTests {
  @Test func theFirstPresetThatHasTheValueSetIt() throws {
    let presets = [
      ("a", try json(#"{"domain":{"cpu":{"cores":2,"model":"x"}}}"#)),
      ("b", try json(#"{"domain":{"cpu":{"cores":2},"firmware":{"uuid":"u"}}}"#)),
    ]
    let after = try json(#"{"domain":{"cpu":{"cores":2,"model":"mine"},"firmware":{"uuid":"u"}}}"#)
    let explained = PresetExplanation(before: nil, after: after, presets: presets).fields
    #expect(explained.map(\.field) == ["spec.domain.cpu.cores", "spec.domain.firmware.uuid"])
    #expect(explained.map(\.preset) == ["a", "b"])
    #expect(explained.map(\.value) == [2, "u"])
  }

  @Test func whatWasThereBeforeIsNoPresets() throws {
    let spec = try json(#"{"domain":{"cpu":{"cores":2}}}"#)
    #expect(PresetExplanation(before: spec, after: spec, presets: [("a", spec)]).fields.isEmpty)
  }

  @Test func aStoredInstanceIsExplainedByThePresetsThatItsAnnotationsName() throws {
    let instance = try json(
      #"""
      {"metadata":{"annotations":{"virtualmachinepreset.kubevirt.io/b":"kubevirt.io/v1"}},
      "spec":{"domain":{"cpu":{"cores":2},"resources":{"requests":{"memory":"1Gi"}}}}}
      """#)
    let presets = try ["b", "a"].map {
      try json(
        #"""
        {"metadata":{"name":"\#($0)"},"spec":{"domain":{"cpu":{"cores":2,"model":"x"},
        "resources":{"requests":{"memory":"1024Mi"}}}}}
        """#)
    }
    let fields = PresetExplanation(instance: instance, presets: presets).fields
    #expect(fields.map(\.field) == ["spec.domain.resources.requests.memory", "spec.domain.cpu.cores"])
    #expect(fields.allSatisfy { $0.preset == "b" })
  }
}
