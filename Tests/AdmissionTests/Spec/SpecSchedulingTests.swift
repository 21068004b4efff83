import Kube
import Testing
import VirtTypes

@testable import Admission

@Suite struct SpecSchedulingTests {
  private func told(affinity json: String) throws -> [String] {
    try Specimen.told { $0.affinity = try Affinity(json: json) }
  }

  private func told(nodes term: String) throws -> [String] {
    try told(
      affinity:
        #"{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[\#(term)]}}}"#)
  }

  private let terms = "spec.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms"

  @Test(arguments: [
    (#"{"key":"k","operator":"In"}"#, ["values"]), (#"{"key":"k","operator":"Exists","values":["v"]}"#, ["values"]),
    (#"{"key":"k","operator":"Gt","values":["1","2"]}"#, ["values"]),
    (#"{"key":"k","operator":"Like"}"#, ["operator"]),
    (#"{"key":"","operator":"NotIn","values":["v"]}"#, ["key", "key"]),
    (#"{"key":"zone","operator":"In","values":["a","b"]}"#, []),
  ])
  func nodesAreChosenByLabels(expression: String, members: [String]) throws {
    #expect(
      try told(nodes: #"{"matchExpressions":[\#(expression)]}"#)
        == members.map { "invalid \(terms)[0].matchExpressions[0].\($0)" })
  }

  @Test(arguments: [
    (#"{"key":"metadata.name","operator":"In","values":["a","b"]}"#, "values"),
    (#"{"key":"metadata.name","operator":"Exists"}"#, "operator"),
    (#"{"key":"metadata.name","operator":"NotIn","values":["Bad Node"]}"#, "values[0]"),
    (#"{"key":"metadata.uid","operator":"In","values":["a"]}"#, "key"),
  ])
  func nodesAreChosenByName(field: String, member: String) throws {
    #expect(
      try told(nodes: #"{"matchFields":[\#(field)]}"#) == ["invalid \(terms)[0].matchFields[0].\(member)"])
  }

  @Test func thereIsATermAndWeightsAreOneToHundred() throws {
    #expect(try told(nodes: "") == ["invalid \(terms)"])
    let preferred = "spec.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution"
    #expect(
      try told(
        affinity: """
          {"nodeAffinity":{"preferredDuringSchedulingIgnoredDuringExecution":
            [{"weight":0,"preference":{}},{"weight":101,"preference":{}},{"weight":100,"preference":{}}]}}
          """) == ["invalid \(preferred)[0].weight", "invalid \(preferred)[1].weight"])
  }

  @Test(arguments: ["podAffinity", "podAntiAffinity"])
  func topologyKeysAreLabelKeys(member: String) throws {
    let field = "invalid spec.\(member).requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey"
    func told(_ key: String) throws -> [String] {
      try self.told(
        affinity: #"{"\#(member)":{"requiredDuringSchedulingIgnoredDuringExecution":[{"topologyKey":"\#(key)"}]}}"#)
    }
    #expect(try told("") == [field, field, field])
    #expect(try told("a b") == [field])
    #expect(try told("topology.kubernetes.io/zone") == [])
  }

  @Test func labelSelectorsAreChecked() throws {
    let field = "spec.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]"
    let term = """
      {"topologyKey":"zone","namespaces":["Bad"],
       "labelSelector":{"matchLabels":{"a b":"c d"},"matchExpressions":[{"key":"k","operator":"In"}]}}
      """
    #expect(
      try told(affinity: #"{"podAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":[\#(term)]}}"#) == [
        "invalid \(field).labelSelector.matchExpressions[0].values", "invalid \(field).labelSelector.matchLabels",
        "invalid \(field).labelSelector.matchLabels", "invalid \(field).namespace",
      ])
  }

  @Test func topologySpreadIsChecked() throws {
    func told(_ json: String) throws -> [String] {
      try Specimen.told { $0.topologySpreadConstraints = try [TopologySpreadConstraint](json: "[\(json)]") }
    }
    let field = "spec.topologySpreadConstraints"
    let good = #"{"maxSkew":1,"topologyKey":"zone","whenUnsatisfiable":"DoNotSchedule"}"#
    #expect(try told(good) == [])
    #expect(try told("\(good),\(good)") == ["invalid \(field)[0].{topologyKey, whenUnsatisfiable}"])
    #expect(
      try told(#"{"maxSkew":0,"topologyKey":"","whenUnsatisfiable":"DoNotSchedule"}"#)
        == ["invalid \(field)[0].maxSkew", "invalid \(field)[0].topologyKey"])
    #expect(
      try told(
        """
        {"maxSkew":1,"topologyKey":"zone","whenUnsatisfiable":"ScheduleAnyway",
         "labelSelector":{"matchExpressions":[{"key":"k","operator":"Exists","values":["v"]}]}}
        """) == ["invalid \(field).labelSelector.matchExpressions[0].values"])
  }

  @Test(arguments: [
    ("a", 0), ("a/b", 0), ("", 2), ("a b", 1), ("/a", 1), ("a/", 2), ("a/b/c", 1), ("A_/b", 1), ("-a", 1),
    (String(repeating: "a", count: 64), 1), (String(repeating: "-", count: 64), 2),
  ])
  func faultsOfLabelKeysAreCounted(key: String, count: Int) {
    #expect(NameFaults.ofLabelKey(key).count == count)
  }
}
