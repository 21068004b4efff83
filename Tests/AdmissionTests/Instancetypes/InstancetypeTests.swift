import Admission
import JSON
import Testing

@Suite struct InstancetypeTests {
  private func machine(
    instancetype: String? = nil, preference: String? = nil, domain: String = #"{"devices":{}}"#
  ) throws -> Review {
    func object(_ kind: String, _ spec: String) throws -> JSONValue {
      try json(
        #"{"apiVersion":"instancetype.kubevirt.io/v1beta1","kind":""# + kind
          + #"","metadata":{"name":"x","namespace":"default"},"spec":"# + spec + "}")
    }
    var cluster: [JSONValue] = []
    if let instancetype { cluster.append(try object("VirtualMachineInstancetype", instancetype)) }
    if let preference { cluster.append(try object("VirtualMachinePreference", preference)) }
    return Review(
      path: "/virtualmachines-validate", resource: "virtualmachines", version: "v1",
      object: try json(
        """
        {"metadata":{"name":"vm","namespace":"default"},"spec":{"runStrategy":"Always",
        "instancetype":{"kind":"VirtualMachineInstancetype","name":"\(instancetype == nil ? "" : "x")"},
        "preference":{"kind":"VirtualMachinePreference","name":"\(preference == nil ? "" : "x")"},
        "template":{"spec":{"domain":\(domain)}}}}
        """),
      cluster: cluster)
  }

  private static let small = #"{"cpu":{"guest":2},"memory":{"guest":"1Gi"}}"#

  @Test(arguments: [
    (#"{"devices":{}}"#, []),
    (#"{"devices":{},"memory":{"guest":"1Gi"}}"#, ["spec.template.spec.domain.memory.guest Invalid"]),
    (#"{"devices":{},"cpu":{"cores":1}}"#, ["spec.template.spec.domain.cpu.cores Invalid"]),
    (#"{"devices":{},"cpu":{"model":"Haswell"}}"#, []),
    (
      #"{"devices":{},"resources":{"requests":{"cpu":"1","memory":"1Gi"}}}"#,
      [
        "spec.template.spec.domain.resources.requests.cpu Invalid",
        "spec.template.spec.domain.resources.requests.memory Invalid",
      ]
    ),
  ])
  func whatTheInstanceTypeSetsIsNotSetByTheMachine(_ domain: String, _ expected: [String]) throws {
    #expect(try machine(instancetype: Self.small, domain: domain).causes() == expected)
  }

  @Test func aMissingInstanceTypeIsWorthAWarning() throws {
    var review = try machine(instancetype: Self.small)
    review.cluster = []
    let response = try review.response()
    #expect(response["allowed"] == true)
    #expect(
      response["warnings"] == ["spec.instancetype \"x\" does not exist; the machine will not start without it"])
  }

  @Test func theRevisionThatIsNamedOrRecordedComesBeforeTheObject() throws {
    // With the object applied, the machine's own sockets are a conflict.
    let domain = #"{"devices":{},"cpu":{"sockets":1}}"#
    let conflict = ["spec.template.spec.domain.cpu.sockets Invalid"]
    func causes(revisionOf name: String, _ change: (inout Review) -> Void) throws -> [String] {
      var review = try machine(instancetype: Self.small, domain: domain)
      let revision = """
        {"apiVersion":"apps/v1","kind":"ControllerRevision","metadata":{"name":"r","namespace":"default",
        "labels":{"instancetype.kubevirt.io/object-name":"\(name)"}},"data":{"spec":{"cpu":{"guest":2},
        "memory":{"guest":"1Gi"},"schedulerName":"other"}}}
        """
      review.cluster.append(try json(revision))
      review.object?["spec"]?["template"]?["spec"]?["schedulerName"] = "mine"
      change(&review)
      return try review.causes()
    }
    let both = conflict + ["spec.template.spec.schedulerName Invalid"]
    #expect(try causes(revisionOf: "x") { $0.object?["spec"]?["instancetype"]?["revisionName"] = "r" } == both)
    #expect(try causes(revisionOf: "x") { $0.object?["spec"]?["instancetype"]?["revisionName"] = "gone" } == [])
    let status: JSONValue = ["instancetypeRef": ["name": "x", "controllerRevisionRef": ["name": "r"]]]
    #expect(try causes(revisionOf: "x") { $0.object?["status"] = status } == both)
    #expect(try causes(revisionOf: "earlier") { $0.object?["status"] = status } == conflict)
  }

  @Test(arguments: [
    (
      #"{"ioThreads":{"supplementalPoolThreadCount":2}}"#,
      #"{"devices":{},"ioThreads":{"supplementalPoolThreadCount":1}}"#,
      ["spec.template.spec.domain.ioThreads.supplementalPoolThreadCount Invalid"]
    ),
    (#"{"ioThreads":{"supplementalPoolThreadCount":2}}"#, #"{"devices":{},"ioThreads":{}}"#, []),
    (#"{"annotations":{"a":"1"}}"#, #"{"devices":{}}"#, ["annotations.a Invalid"]),
  ])
  func conflictsNameTheirFields(_ more: String, _ domain: String, _ expected: [String]) throws {
    var review = try machine(instancetype: Self.small, domain: domain)
    for (key, value) in try json(more).object ?? JSONObject() { review.cluster[0]["spec"]?[key] = value }
    review.object?["spec"]?["template"]?["metadata"] = ["annotations": ["a": "2"]]
    #expect(try review.causes() == expected)
  }

  @Test func theInstanceTypesDevicesAreChecked() throws {
    let instancetype = #"{"cpu":{"guest":1},"memory":{"guest":"1Gi"},"hostDevices":[{"name":"h","deviceName":"d"}]}"#
    #expect(try machine(instancetype: instancetype).causes() == ["spec.template.spec.HostDevices Invalid"])
  }

  @Test(arguments: [
    (#"{"requirements":{"cpu":{"guest":2}}}"#, []),
    (#"{"requirements":{"cpu":{"guest":3}}}"#, ["spec.instancetype NotFound"]),
    (#"{"requirements":{"memory":{"guest":"2Gi"}}}"#, ["spec.instancetype NotFound"]),
    (#"{"requirements":{"architecture":"arm64"}}"#, ["spec.template.spec.architecture NotFound"]),
    (
      #"{"cpu":{"preferredCPUTopology":"spread","spreadOptions":{"ratio":4}}}"#, ["instancetype.spec.cpu.guest Invalid"]
    ),
    (#"{"cpu":{"preferredCPUTopology":"spread"}}"#, []),
  ])
  func aPreferenceMayAskForMore(_ preference: String, _ expected: [String]) throws {
    #expect(try machine(instancetype: Self.small, preference: preference).causes() == expected)
  }

  @Test(arguments: [
    ("sockets", "spec.template.spec.domain.cpu.sockets"), ("cores", "spec.template.spec.domain.cpu.cores"),
    ("threads", "spec.template.spec.domain.cpu.threads"),
    (
      "any",
      "spec.template.spec.domain.cpu.cores, spec.template.spec.domain.cpu.sockets, "
        + "spec.template.spec.domain.cpu.threads"
    ),
    ("spread", "spec.template.spec.domain.cpu.sockets, spec.template.spec.domain.cpu.cores"),
  ])
  func vCPUsAreCountedWhereThePreferenceWantsThem(_ topology: String, _ field: String) throws {
    let preference =
      #"{"cpu":{"preferredCPUTopology":""# + topology + #""},"requirements":{"cpu":{"guest":2}}}"#
    let domain = #"{"devices":{},"memory":{"guest":"1Gi"},"cpu":{"sockets":1,"cores":1,"threads":1}}"#
    #expect(try machine(preference: preference, domain: domain).causes() == ["\(field) NotFound"])
  }

  private func validate(_ resource: String, _ spec: String) throws -> Review {
    Review(
      path: "/\(resource)-validate", resource: resource, group: "instancetype.kubevirt.io", version: "v1beta1",
      object: try json(#"{"metadata":{"name":"x"},"spec":"# + spec + "}"))
  }

  @Test(arguments: ["virtualmachineinstancetypes", "virtualmachineclusterinstancetypes"])
  func overcommitHasItsRange(_ resource: String) throws {
    func causes(_ memory: String) throws -> [String] {
      try validate(resource, #"{"cpu":{"guest":1},"memory":"# + memory + "}").causes()
    }
    #expect(try causes(#"{"guest":"1Gi","overcommitPercent":100}"#) == [])
    #expect(try causes(#"{"guest":"1Gi","overcommitPercent":101}"#) == ["spec.memory.overcommitPercent Invalid"])
    #expect(try causes(#"{"guest":"1Gi","overcommitPercent":-1}"#) == ["spec.memory.overcommitPercent Invalid"])
    #expect(
      try causes(#"{"guest":"1Gi","overcommitPercent":10,"hugepages":{"pageSize":"2Mi"}}"#) == [
        "spec.memory.overcommitPercent Invalid"
      ])
    #expect(try validate(resource, #"{"bogus":1}"#).causes() == [])
    let response = try validate(resource, #"{"memory":{"guest":"much"}}"#).response()
    #expect(response.value(at: "status", "code") == 400)
  }

  @Test(arguments: [
    (#"{"cpu":{"preferredCPUTopology":"any"}}"#, []),
    (#"{"cpu":{"preferredCPUTopology":"odd"}}"#, ["spec.cpu.preferredCPUTopology Invalid"]),
    (
      #"{"cpu":{"preferredCPUTopology":"spread","spreadOptions":{"across":"Odd"}}}"#,
      ["spec.cpu.spreadOptions.across Invalid"]
    ),
    (
      #"{"cpu":{"preferredCPUTopology":"spread","spreadOptions":{"across":"CoresThreads","ratio":3}}}"#,
      ["spec.cpu.spreadOptions.ratio Invalid"]
    ),
    (#"{"cpu":{"preferredCPUTopology":"spread","spreadOptions":{"across":"CoresThreads","ratio":2}}}"#, []),
    (#"{"bogus":1}"#, []),
  ])
  func topologiesOfPreferencesAreKnown(_ spec: String, _ expected: [String]) throws {
    #expect(try validate("virtualmachinepreferences", spec).causes() == expected)
    #expect(try validate("virtualmachineclusterpreferences", spec).causes() == expected)
  }
}
