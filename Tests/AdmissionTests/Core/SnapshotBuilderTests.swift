import Admission
import JSON
import Testing

@Suite struct SnapshotBuilderTests {
  @Test func listsAreTakenApartAndObjectsFoundByName() throws {
    let builder = SnapshotBuilder([
      try json(
        """
        {"apiVersion":"v1","kind":"List","items":[
        {"apiVersion":"instancetype.kubevirt.io/v1beta1","kind":"VirtualMachineClusterInstancetype",
         "metadata":{"name":"big"}},
        {"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstance","metadata":{"name":"a","namespace":"n",
         "labels":{"x":"y"}}},
        {"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstance","metadata":{"name":"b","namespace":"n"}}]}
        """)
    ])
    let store = builder.store
    #expect(store.objects(for: .object(kind: .clusterInstancetype, namespace: "any", name: "big")).count == 1)
    #expect(store.objects(for: .object(kind: .virtualMachineInstance, namespace: "m", name: "a")).isEmpty)
    #expect(store.objects(for: .list(kind: .virtualMachineInstance, namespace: "n", label: "", value: "")).count == 2)
    #expect(store.objects(for: .list(kind: .virtualMachineInstance, namespace: "n", label: "x", value: "y")).count == 1)
  }

  @Test func presetsAreSortedByNameAndKeptByNamespace() throws {
    let builder = SnapshotBuilder(
      try ["b", "a"].map {
        try json(
          """
          {"apiVersion":"kubevirt.io/v1","kind":"VirtualMachineInstancePreset","metadata":{"name":"\($0)",
          "namespace":"n"},"spec":{"domain":{"cpu":{"cores":2}},"selector":{}}}
          """)
      })
    let presets = builder.makeSnapshot().presets
    #expect(presets["n"]?.map(\.name) == ["a", "b"])
    #expect(presets["n"]?.first?.v1alpha2.spec.domain?.cpu?.cores == 2)
  }

  @Test func aPresetThatDoesNotDecodeIsAProblemAndIsLeftOut() throws {
    let builder = SnapshotBuilder([
      try json(
        """
        {"apiVersion":"kubevirt.io/v1alpha2","kind":"VirtualMachineInstancePreset","metadata":{"name":"p"},
        "spec":{"domain":{"cpu":{"cores":"2"}}}}
        """)
    ])
    #expect(builder.problems.count == 1)
    #expect(builder.makeSnapshot().presets.isEmpty)
  }

  @Test func theInstallNamespaceIsThatOfTheKubeVirtObject() throws {
    let builder = SnapshotBuilder([
      try json(#"{"apiVersion":"kubevirt.io/v1","kind":"KubeVirt","metadata":{"name":"k","namespace":"virt"}}"#)
    ])
    #expect(builder.makeSnapshot().installNamespace == "virt")
  }

  @Test(arguments: ["kube-system", "virt"])
  func legacySettingsAreFoundInEitherNamespaceAndInAnyOrder(_ namespace: String) throws {
    let builder = SnapshotBuilder([
      try json(
        """
        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"kubevirt-config","namespace":"\(namespace)"},
        "data":{"feature-gates":"DataVolumes"}}
        """),
      try json(#"{"apiVersion":"kubevirt.io/v1","kind":"KubeVirt","metadata":{"name":"k","namespace":"virt"}}"#),
    ])
    #expect(builder.makeSnapshot().legacyConfiguration.allowsDataVolumes)
  }

  @Test(arguments: ["v1", "v1alpha3", "v1alpha2"])
  func presetsAreKnownInTheFormsOfBothProfiles(_ version: String) throws {
    let builder = SnapshotBuilder([
      try json(
        """
        {"apiVersion":"kubevirt.io/\(version)","kind":"VirtualMachineInstancePreset","metadata":{"name":"p"},
        "spec":{"selector":{},"domain":{"resources":{"requests":{"memory":"64000k"}},
        "devices":{"watchdog":{"name":"w"}}}}}
        """)
    ])
    let entry = try #require(builder.makeSnapshot().presets["default"]?.first)
    #expect(entry.v1.spec.domain?.resources.requests?["memory"]?.text == "64000k")
    #expect(entry.v1alpha2.spec.domain?.resources.requests?["memory"]?.text == "64000k")
    #expect(entry.v1.spec.domain?.devices.watchdog?.name == "w")
    #expect(entry.v1alpha2.spec.domain?.devices.watchdog?.name == "w")
  }
}
