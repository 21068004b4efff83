import Kube
import Testing
import VirtTypes

@testable import Admission

@Suite struct SpecCPUMemoryTests {
  private func told(
    configure: (inout ClusterConfiguration) -> Void = { _ in }, domain json: String
  ) throws -> [String] {
    try Specimen.told(configure: configure) {
      let devices = $0.domain.devices
      $0.domain = try V1.DomainSpec(json: json)
      $0.domain.devices = devices
    }
  }

  @Test(arguments: ["-1Gi", "900k", "100m", "999999", "0.5"])
  func aMemoryRequestIsZeroOrAtLeastAMillion(request: String) throws {
    #expect(
      try told(domain: #"{"resources":{"requests":{"memory":"\#(request)"}}}"#)
        == ["invalid spec.domain.resources.requests.memory"])
  }

  @Test func memoryStaysWithinItsLimit() throws {
    #expect(
      try told(domain: #"{"resources":{"requests":{"memory":"2Gi"},"limits":{"memory":"1Gi"}}}"#)
        == ["invalid spec.domain.resources.requests.memory"])
    #expect(
      try told(domain: #"{"resources":{"limits":{"memory":"-1"}}}"#) == ["invalid spec.domain.resources.limits.memory"])
    let guest = #"{"memory":{"guest":"2Gi"},"resources":{"limits":{"memory":"1Gi"}}}"#
    #expect(try told(domain: guest) == [])
    #expect(try told(configure: { $0.rolloutStrategy = .stage }, domain: guest) == ["invalid spec.domain.memory.guest"])
  }

  @Test func memoryIsAMultipleOfTheHugePage() throws {
    let request = "invalid spec.domain.resources.requests.memory"
    #expect(try told(domain: #"{"memory":{"guest":"1Gi","hugepages":{"pageSize":"2Mi"}}}"#) == [])
    #expect(try told(domain: #"{"memory":{"guest":"1Gi","hugepages":{"pageSize":"3Mi"}}}"#) == [request])
    #expect(try told(domain: #"{"memory":{"guest":"1Gi","hugepages":{"pageSize":"4Gi"}}}"#) == [request])
    for size in ["x", "", "0"] {
      #expect(
        try told(domain: #"{"memory":{"guest":"1Gi","hugepages":{"pageSize":"\#(size)"}}}"#)
          == ["invalid spec.domain.memory.hugepages.pageSize"])
    }
    #expect(
      try told(domain: #"{"memory":{"hugepages":{"pageSize":"2Mi"}}}"#) == ["required spec.domain.memory.guest"])
    #expect(
      try told(domain: #"{"memory":{"guest":"99999999999999999999","hugepages":{"pageSize":"18446744073709551616"}}}"#)
        == ["invalid spec.domain.memory.hugepages.pageSize"])
  }

  @Test func aNewInstanceSaysHowMuchMemoryItHas() throws {
    #expect(try Specimen.toldAtCreation { $0.spec.domain.memory = nil } == ["required "])
    #expect(
      try Specimen.toldAtCreation {
        $0.spec.domain.memory = nil
        $0.spec.domain.resources = try V1.ResourceRequirements(json: #"{"requests":{"memory":"64M"}}"#)
      } == [])
  }

  @Test func cpuStaysWithinItsLimit() throws {
    #expect(
      try told(domain: #"{"resources":{"requests":{"cpu":"3"},"limits":{"cpu":"2500m"}}}"#)
        == ["invalid spec.domain.resources.requests.cpu"])
    #expect(
      try told(domain: #"{"resources":{"requests":{"cpu":"-1"},"limits":{"cpu":"-200m"}}}"#)
        == ["invalid spec.domain.resources.limits.cpu", "invalid spec.domain.resources.requests.cpu"])
  }

  @Test func socketsStayWithinTheMost() throws {
    #expect(try told(domain: #"{"cpu":{"sockets":9,"maxSockets":4}}"#) == ["invalid spec.domain.cpu.sockets"])
    #expect(try told(domain: #"{"cpu":{"sockets":9}}"#) == [])
  }

  @Test func featurePoliciesAreKnown() throws {
    #expect(
      try told(domain: #"{"cpu":{"features":[{"name":"a","policy":"require"},{"name":"b","policy":"Require"}]}}"#)
        == ["notSupported spec.domain.cpu.features[1].policy"])
  }

  @Test(arguments: [
    (#""resources":{"requests":{"cpu":"2","memory":"1Gi"},"limits":{"cpu":"4","memory":"1Gi"}}"#, ["cpu"]),
    (#""resources":{"requests":{"memory":"1Gi"}}"#, ["cpu"]),
    (#""memory":{"guest":"0"},"resources":{"requests":{"cpu":"2"}}"#, ["limits.memory"]),
    (
      #""resources":{"requests":{"cpu":"1200m","memory":"1Gi"},"limits":{"cpu":"1200m","memory":"1Gi"}}"#,
      ["limits.cpu", "requests.cpu"]
    ),
    (
      #""resources":{"requests":{"cpu":"2","memory":"1Gi"},"limits":{"cpu":"2","memory":"2Gi"}}"#,
      ["requests.memory"]
    ),
  ])
  func dedicatedCPUsAreWholeAndSaidInOneVoice(rest: String, faults: [String]) throws {
    let expected = faults.map {
      $0 == "cpu" ? "invalid spec.domain.cpu.dedicatedCpuPlacement" : "invalid spec.domain.resources.\($0)"
    }
    #expect(try told(domain: #"{"cpu":{"dedicatedCpuPlacement":true},\#(rest)}"#) == expected)
  }

  @Test func dedicatedCPUsFitTheTopology() throws {
    let field = "invalid spec.domain.cpu.dedicatedCpuPlacement"
    #expect(
      try told(
        domain: """
          {"cpu":{"dedicatedCpuPlacement":true,"cores":1,"threads":4},
           "resources":{"requests":{"cpu":"2","memory":"1Gi"},"limits":{"cpu":"2","memory":"1Gi"}}}
          """) == [field, field])
    #expect(
      try told(domain: #"{"memory":{"guest":"1Gi"},"cpu":{"dedicatedCpuPlacement":true,"cores":2,"threads":2}}"#) == [])
  }

  @Test func pinningIsWhatOthersBuildOn() throws {
    let numa = "invalid spec.domain.cpu.numa.guestMappingPassthrough"
    #expect(
      try told(domain: #"{"cpu":{"isolateEmulatorThread":true}}"#) == ["invalid spec.domain.cpu.isolateEmulatorThread"])
    #expect(try told(domain: #"{"cpu":{"numa":{"guestMappingPassthrough":{}}}}"#) == [numa, numa])
    #expect(
      try told(domain: #"{"cpu":{"realtime":{}}}"#) == [
        "required spec.domain.cpu.dedicatedCpuPlacement", "required spec.domain.cpu.numa.guestMappingPassthrough",
      ])
  }

  @Test func theMachineTypeIsOneOfTheArchitecture() throws {
    for type in ["q35", "pc-q35-9.0"] { #expect(try told(domain: #"{"machine":{"type":"\#(type)"}}"#) == []) }
    for type in ["pc", "virt", "Q35", "xq35"] {
      #expect(try told(domain: #"{"machine":{"type":"\#(type)"}}"#) == ["invalid spec.domain.machine.type"])
    }
  }

  @Test func aPoolOfThreadsHasASize() throws {
    #expect(
      try told(domain: #"{"ioThreadsPolicy":"supplementalPool","ioThreads":{}}"#)
        == ["invalid spec.domain.ioThreads.count"])
    #expect(
      try told(domain: #"{"ioThreadsPolicy":"supplementalPool","ioThreads":{"supplementalPoolThreadCount":4}}"#) == [])
    #expect(try told(domain: #"{"ioThreadsPolicy":""}"#) == ["invalid spec.domain.ioThreadsPolicy"])
  }

  @Test(arguments: [
    ("q35", "q35*", true), ("q35-9", "q35*", true), ("xq35", "q35*", false), ("abc", "a?c", true),
    ("abc", "a[a-c]c", true), ("abc", "a[^a-c]c", false), ("a*c", #"a\*c"#, true), ("a/c", "a*c", false),
    ("aXbXc", "a*b*c", true), ("", "*", true), ("", "?", false), ("a", "[", false), ("aab", "*ab", true),
  ])
  func patternsAreThoseOfShells(text: String, pattern: String, matches: Bool) {
    #expect(ShellPattern.matches(text, pattern) == matches)
  }
}
