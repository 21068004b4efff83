import JSON
import OpenAPIGenerator
import Testing
import VirtTypes

/// Decoding and encoding again loses nothing, for every type that a kind reaches.
@Suite struct RoundTripTests {
  private static let types: [(name: String, type: any JSONStructure.Type)] = [
    ("V1.VirtualMachine", V1.VirtualMachine.self),
    ("V1.VirtualMachineInstance", V1.VirtualMachineInstance.self),
    ("V1.VirtualMachineInstanceReplicaSet", V1.VirtualMachineInstanceReplicaSet.self),
    ("V1.VirtualMachineInstancePreset", V1.VirtualMachineInstancePreset.self),
    ("V1.VirtualMachineInstanceMigration", V1.VirtualMachineInstanceMigration.self),
    ("V1.KubeVirt", V1.KubeVirt.self),
    ("V1.VirtualMachineList", V1.VirtualMachineList.self),
    ("V1.AddVolumeOptions", V1.AddVolumeOptions.self),
    ("Pool.VirtualMachinePool", Pool.VirtualMachinePool.self),
    ("Instancetype.VirtualMachineInstancetype", Instancetype.VirtualMachineInstancetype.self),
    ("Instancetype.VirtualMachineClusterPreference", Instancetype.VirtualMachineClusterPreference.self),
    ("V1alpha2.VirtualMachine", V1alpha2.VirtualMachine.self),
    ("V1alpha2.VirtualMachineInstance", V1alpha2.VirtualMachineInstance.self),
    ("V1alpha2.VirtualMachineInstanceReplicaSet", V1alpha2.VirtualMachineInstanceReplicaSet.self),
    ("V1alpha2.VirtualMachineInstancePreset", V1alpha2.VirtualMachineInstancePreset.self),
  ]

  @Test func decodingAndEncodingLosesNothing() throws {
    let source = try Source(files: Repository.files(below: "openapi"))
    for (name, type) in Self.types {
      let definition = try #require(source.definition(name, in: ""))
      for seed in 1...40 {
        var random = RandomDocument(source: source, seed: UInt64(seed))
        try check(type, random.object(definition), "\(name), seed \(seed)")
      }
    }
  }

  private func check<Value: JSONStructure>(_: Value.Type, _ document: JSONValue, _ label: String) throws {
    let (value, problems) = document.jsonBytes().withUnsafeBytes { Value.decode($0) }
    #expect(problems.isEmpty, "\(label): \(problems.prefix(3))")
    let encoded = value.jsonBytes()
    let (again, newProblems) = encoded.withUnsafeBytes { Value.decode($0) }
    #expect(newProblems.isEmpty, "\(label): \(newProblems.prefix(3))")
    let writtenAgain = try JSONValue(parsing: again.jsonBytes())
    let written = try JSONValue(parsing: encoded)
    #expect(writtenAgain.withoutEmpties == written.withoutEmpties, "\(label)")
    #expect(written.withoutEmpties == document.withoutEmpties, "\(label)")
  }
}
