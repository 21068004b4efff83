import JSON
import Kube
import Testing

@testable import EmbeddedAPI

@Suite struct ObjectFilterTests {
  typealias Fixtures = ReadingFixtures
  private static let pod =
    #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","namespace":"n","labels":{"app":"x"}},"#
    + #""status":{"phase":"Running"}}"#

  @Test(arguments: [
    ("", "", true), ("app=x", "", true), ("app!=x", "", false), ("app", "", true), ("!app", "", false),
    ("", "metadata.name=a", true), ("", "metadata.name=b", false), ("", "metadata.namespace=n", true),
    ("", "metadata.namespace!=n", false), ("", "status.phase=Running", true), ("", "status.phase!=Running", false),
    ("app=x", "status.phase=Running,metadata.name=a", true), ("app=y", "metadata.name=a", false),
  ])
  func selects(label: String, field: String, expected: Bool) throws {
    let filter = try ObjectFilter(label: label, field: field, definition: Fixtures.pod)
    #expect(try filter.matches(Fixtures.stored(Fixtures.pod, Self.pod)) == expected)
    #expect(filter.matches(try JSONValue(parsing: Self.pod)) == expected)
    #expect(filter.isEmpty == (label.isEmpty && field.isEmpty))
  }

  @Test func refusesFieldsThatAreNotSelectable() {
    func message(_ definition: ResourceDefinition) -> String? {
      let status = #expect(throws: Status.self) {
        try ObjectFilter(label: "", field: "spec.foo=bar", definition: definition)
      }
      #expect(status?.code == 400)
      return status?.message
    }
    #expect(message(Fixtures.pod) == "field label not supported: spec.foo")
    #expect(message(Fixtures.machine) == "field label not supported: spec.foo")
    #expect(
      message(Fixtures.configMap)
        == "\"spec.foo\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"")
  }

  @Test(arguments: [("a==b=c", ""), ("", "foo"), ("-bad-=x", "")])
  func refusesWhatIsNoSelector(label: String, field: String) {
    let status = #expect(throws: Status.self) {
      try ObjectFilter(label: label, field: field, definition: Fixtures.pod)
    }
    #expect(status?.code == 400)
  }

  @Test func knowsTheOneName() throws {
    #expect(try ObjectFilter(label: "", field: "metadata.name=a", definition: Fixtures.pod).name == "a")
    #expect(try ObjectFilter(label: "", field: "metadata.name!=a", definition: Fixtures.pod).name == nil)
  }
}
