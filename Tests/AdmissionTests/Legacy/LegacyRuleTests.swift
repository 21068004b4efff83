import JSON
import Testing

/// Posts a v1alpha2 instance with the given specification.
func legacyInstance(_ spec: String, gates: String = "") throws -> Review {
  Review(
    path: "/virtualmachineinstances-validate", resource: "virtualmachineinstances",
    object: try json(#"{"metadata":{"name":"vm"},"spec":\#(spec)}"#),
    cluster: [
      [
        "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "kubevirt-config", "namespace": "kube-system"],
        "data": ["feature-gates": .string(gates)],
      ]
    ])
}

struct RuleCase: Sendable, CustomTestStringConvertible {
  var spec: String
  var causes: [String]

  init(_ spec: String, _ causes: String...) {
    self.spec = spec
    self.causes = causes
  }

  var testDescription: String { spec }

  func check(gates: String = "") throws {
    #expect(try legacyInstance(spec, gates: gates).causes() == causes)
  }
}

@Suite struct LegacyRuleTests {
  @Test(arguments: [
    RuleCase(#"{"hostname":"a-1","subdomain":"a.b"}"#),
    RuleCase(#"{"hostname":"A"}"#, "spec.hostname Invalid"),
    RuleCase(#"{"hostname":"a.b","subdomain":"-a"}"#, "spec.hostname Invalid", "spec.subdomain Invalid"),
  ])
  func hostNamesAreDNSNames(_ rule: RuleCase) throws { try rule.check() }

  @Test(arguments: [
    RuleCase(#"{"domain":{"resources":{"requests":{"memory":"64M"},"limits":{"memory":"64000k"}}}}"#),
    RuleCase(
      #"{"domain":{"resources":{"requests":{"memory":-1},"limits":{"memory":"-1Mi"}}}}"#,
      "spec.domain.resources.limits.memory Invalid", "spec.domain.resources.requests.memory Invalid"),
    RuleCase(
      #"{"domain":{"resources":{"requests":{"memory":"65M"},"limits":{"memory":"64M"}}}}"#,
      "spec.domain.resources.requests.memory Invalid"),
    RuleCase(
      #"{"domain":{"memory":{"hugepages":{"pageSize":"2Mi"},"guest":"4Mi"},"resources":{"requests":{"memory":"4Mi"}}}}"#,
      "spec.domain.resources.requests.memory Invalid"),
    RuleCase(#"{"domain":{"memory":{"hugepages":{}}}}"#, "spec.domain.hugepages.size Invalid"),
    RuleCase(
      #"{"domain":{"memory":{"hugepages":{"pageSize":" 2Mi"}},"resources":{"requests":{"memory":"4Mi"}}}}"#,
      "spec.domain.hugepages.size Invalid"),
    RuleCase(
      #"{"domain":{"memory":{"hugepages":{"pageSize":"2Mi"}},"resources":{"requests":{"memory":"3Mi"}}}}"#,
      "spec.domain.resources.requests.memory Invalid"),
    RuleCase(
      #"{"domain":{"memory":{"hugepages":{"pageSize":"2Mi"}}}}"#, "spec.domain.resources.requests.memory Invalid"),
    RuleCase(
      #"{"domain":{"memory":{"guest":"1Mi"},"resources":{"requests":{"memory":"2Mi"}}}}"#,
      "spec.domain.memory.guest Invalid"),
    RuleCase(
      #"{"domain":{"memory":{"guest":"2Mi"},"resources":{"limits":{"memory":"1Mi"}}}}"#,
      "spec.domain.memory.guest Invalid"),
  ])
  func memoryAmountsAgree(_ rule: RuleCase) throws { try rule.check() }

  @Test func aPageSizeOfZeroIsRefusedAndDoesNotEndTheProcess() throws {
    let spec = #"{"domain":{"memory":{"hugepages":{"pageSize":"Mi"}},"resources":{"requests":{"memory":"4Mi"}}}}"#
    #expect(try legacyInstance(spec).causes() == ["spec.domain.hugepages.size Invalid"])
  }

  @Test(arguments: [
    RuleCase(
      #"{"domain":{"devices":{"disks":[{"name":"a","volumeName":"x"}]}}}"#,
      "spec.domain.devices.disks[0].volumeName Invalid"),
    RuleCase(
      """
      {"domain":{"devices":{"disks":[{"name":"a","volumeName":"v","disk":{},"lun":{},"bootOrder":1},
      {"name":"a","volumeName":"v","bootOrder":1,"serial":"a b"}]}},
      "volumes":[{"name":"v","registryDisk":{"image":"i"}}]}
      """,
      "spec.domain.devices.disks[0] Invalid", "spec.domain.devices.disks[0].lun Invalid",
      "spec.domain.devices.disks[1].bootOrder Invalid", "spec.domain.devices.disks[1].name Invalid",
      "spec.domain.devices.disks[1].serial Invalid", "spec.domain.devices.disks[1].volumeName Invalid"),
    RuleCase(
      """
      {"domain":{"devices":{"disks":[{"name":"a","volumeName":"v","bootOrder":0}]}},
      "volumes":[{"name":"v","emptyDisk":{"capacity":"1Gi"}}]}
      """,
      "spec.domain.devices.disks[0].bootOrder Invalid"),
  ])
  func disksUseVolumesOnce(_ rule: RuleCase) throws { try rule.check() }

  @Test func lunLooksAtTheLastVolume() throws {
    let spec = """
      {"domain":{"devices":{"disks":[{"name":"a","volumeName":"v","lun":{}}]}},
      "volumes":[{"name":"v","emptyDisk":{"capacity":"1Gi"}},{"name":"w","persistentVolumeClaim":{"claimName":"c"}}]}
      """
    #expect(try legacyInstance(spec).causes() == [])
  }

  @Test(arguments: [
    RuleCase(
      #"{"volumes":[{"name":"v"},{"name":"v","registryDisk":{},"emptyDisk":{"capacity":1}}]}"#,
      "spec.volumes[0] Invalid", "spec.volumes[1] Invalid", "spec.volumes[1].name Invalid"),
    RuleCase(
      #"{"volumes":[{"name":"v","cloudInitNoCloud":{"userDataBase64":"YQ="}}]}"#,
      "spec.volumes[0].cloudInitNoCloud.userDataBase64 Invalid"),
    RuleCase(#"{"volumes":[{"name":"v","cloudInitNoCloud":{"userDataBase64":"Y\nQ=\r="}}]}"#),
    RuleCase(
      #"{"volumes":[{"name":"v","cloudInitNoCloud":{"secretRef":{}}}]}"#, "spec.volumes[0].cloudInitNoCloud Invalid"),
    RuleCase(
      #"{"volumes":[{"name":"v","cloudInitNoCloud":{"userData":"\#(String(repeating: "é", count: 1025))"}}]}"#,
      "spec.volumes[0].cloudInitNoCloud Invalid"),
    RuleCase(
      #"{"volumes":[{"name":"v","dataVolume":{}}]}"#, "spec.volumes[0] Invalid", "spec.volumes[0].name Required"),
  ])
  func volumesHaveOneSource(_ rule: RuleCase) throws { try rule.check() }

  @Test func dataVolumesNeedTheirGateSomewhereInTheText() throws {
    let spec = #"{"volumes":[{"name":"v","dataVolume":{"name":"d"}}]}"#
    #expect(try legacyInstance(spec).causes() == ["spec.volumes[0] Invalid"])
    #expect(try legacyInstance(spec, gates: "Other,NoDataVolumesHere").causes() == [])
  }

  @Test func listsThatAreTooLongEndTheChecking() throws {
    let disks = Array(repeating: #"{"name":"a"}"#, count: 257).joined(separator: ",")
    let spec = #"{"hostname":"A","domain":{"devices":{"disks":[\#(disks)]}}}"#
    #expect(try legacyInstance(spec).causes() == ["spec.domain.devices.disks Invalid"])
    let interfaces = Array(repeating: #"{"name":"a"}"#, count: 257).joined(separator: ",")
    let crowded = #"{"hostname":"A","domain":{"devices":{"interfaces":[\#(interfaces)]}},"volumes":[{}]}"#
    #expect(
      try legacyInstance(crowded).causes() == ["spec.domain.devices.interfaces Invalid", "spec.hostname Invalid"])
  }
}

@Suite struct LegacyNetworkRuleTests {
  /// One interface and one pod network, the interface with these further members.
  private func interface(_ members: String) -> String {
    """
    {"domain":{"devices":{"interfaces":[{"name":"n","bridge":{}\(members.isEmpty ? "" : "," + members)}]}},
    "networks":[{"name":"n","pod":{}}]}
    """
  }

  @Test(
    arguments: [
      (#""model":"ne2k_pci""#, nil), (#""model":"bogus""#, "model NotSupported"),
      (#""macAddress":"de-ad-00-00-be-af""#, nil), (#""macAddress":"dead.0000.beaf""#, nil),
      (#""macAddress":"de:ad:00:00:be:af:00:00""#, "macAddress Invalid"), (#""macAddress":"x""#, "macAddress Invalid"),
      (#""pciAddress":"0000:81:00.1""#, nil), (#""pciAddress":"0000:81:00é7""#, nil),
      (#""pciAddress":"0000:81:00.8""#, "pciAddress Invalid"), (#""pciAddress":"0000:81:00\n1""#, "pciAddress Invalid"),
      (#""ports":[{"port":65536}]"#, nil), (#""ports":[{"port":65537}]"#, "ports[0] Invalid"),
      (#""ports":[{"port":-1}]"#, "ports[0] Invalid"), (#""ports":[{}]"#, "ports[0] Required"),
      (#""ports":[{"port":1,"protocol":"udp"}]"#, "ports[0].protocol Invalid"),
      (#""ports":[{"port":1,"name":"a"},{"port":2,"name":"a"}]"#, "ports[1].name Duplicate"),
    ] as [(String, String?)])
  func interfaceMembers(_ members: String, _ cause: String?) throws {
    let causes = try legacyInstance(interface(members)).causes()
    #expect(causes == (cause.map { ["spec.domain.devices.interfaces[0]." + $0] } ?? []))
  }

  @Test func bootOrderZeroIsReportedAtTheSpecification() throws {
    #expect(try legacyInstance(interface(#""bootOrder":0"#)).causes() == ["spec[0].bootOrder Invalid"])
  }

  @Test(arguments: [
    RuleCase(
      #"{"domain":{"devices":{"interfaces":[{"name":"a"}]}},"networks":[{"name":"b"}]}"#,
      "spec.domain.devices.interfaces[0].name Invalid", "spec.networks[0].pod Required"),
    RuleCase(
      """
      {"domain":{"devices":{"interfaces":[{"name":"a","slirp":{}}]}},"networks":[{"name":"a","multus":{}}]}
      """,
      "spec.domain.devices.interfaces[0].name Invalid", "spec.networks[0].multus Required"),
    RuleCase(
      """
      {"domain":{"devices":{"interfaces":[{"name":"a"},{"name":"a"}]}},
      "networks":[{"name":"a","pod":{}},{"name":"b","pod":{},"multus":{"networkName":"m"}}]}
      """,
      "spec.domain.devices.interfaces[1].name Duplicate", "spec.networks Required", "spec.networks[1] Required"),
    RuleCase(
      """
      {"domain":{"devices":{"interfaces":[{"name":"a","model":"bogus"},{"name":"b"}]}},
      "networks":[{"name":"a","pod":{}},{"name":"b","pod":{}}]}
      """,
      "spec.interfaces Duplicate"),
    RuleCase(#"{"domain":{"devices":{"interfaces":[{"name":"a","model":"bogus"}]}}}"#),
    RuleCase(#"{"networks":[{"name":"a"}]}"#),
  ])
  func interfacesAndNetworksBelongTogether(_ rule: RuleCase) throws { try rule.check() }
}
