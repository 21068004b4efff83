import EmbeddedStore
import JSON
import Kube
import Testing

@testable import EmbeddedAPI

@Suite struct ObjectPresenterTests {
  typealias Fixtures = ReadingFixtures
  private let machine = Fixtures.stored(Fixtures.machine, Fixtures.machineJSON)
  private let configMap = Fixtures.stored(
    Fixtures.configMap,
    #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c","namespace":"n","resourceVersion":"3"},"data":{"a":"b"}}"#,
    revision: 3)

  private func text(_ bytes: [UInt8]) -> String { Fixtures.text(bytes) }

  @Test func sendsStoredTextAsItIs() throws {
    #expect(try text(Fixtures.presenter(Fixtures.machine).object(machine)) == Fixtures.machineJSON)
  }

  @Test func convertsOtherVersionsOnce() throws {
    let bytes = try Fixtures.presenter(Fixtures.machine, version: "v1alpha2").object(machine)
    #expect(text(bytes) == Fixtures.machineJSON.replacing("kubevirt.io/v1", with: "kubevirt.io/v1alpha2"))
    let again: Result<[UInt8], Status> = machine.derive("json/kubevirt.io/v1alpha2") { .success([]) }
    #expect(try again.get() == bytes)
  }

  @Test func listsOfCustomKindsNameTheKindOfEachItem() throws {
    let bytes = try Fixtures.presenter(Fixtures.machine).list(
      [machine, machine], revision: Revision(9), continueToken: "t", remaining: 4)
    #expect(
      text(bytes)
        == #"{"kind":"MachineList","apiVersion":"kubevirt.io/v1","metadata":{"resourceVersion":"9","continue":"t","#
        + #""remainingItemCount":4},"items":["# + Fixtures.machineJSON + "," + Fixtures.machineJSON + "]}")
  }

  @Test func listsOfBuiltInKindsDoNot() throws {
    let other = Fixtures.stored(
      Fixtures.configMap, #"{"metadata":{"name":"d"},"kind":"ConfigMap","apiVersion":"v1"}"#, revision: 3)
    let bytes = try Fixtures.presenter(Fixtures.configMap).list([configMap, other], revision: Revision(9))
    #expect(
      text(bytes)
        == #"{"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"9"},"items":["#
        + #"{"metadata":{"name":"c","namespace":"n","resourceVersion":"3"},"data":{"a":"b"}},{"metadata":{"name":"d"}}]}"#
    )
  }

  @Test func emptyListsAreLists() throws {
    let bytes = try Fixtures.presenter(Fixtures.machine).list([], revision: Revision(9))
    #expect(try JSONValue(parsing: bytes)["items"] == [])
  }

  @Test func tablesHaveTheColumnsOfTheCRD() throws {
    let bytes = try Fixtures.presenter(Fixtures.machine, .table(includeObject: .metadata, .v1)).list(
      [machine], revision: Revision(9))
    let table = try JSONValue(parsing: bytes)
    #expect(table["kind"] == "Table")
    #expect(table["apiVersion"] == "meta.k8s.io/v1")
    #expect(table.value(at: "metadata", "resourceVersion") == "9")
    #expect(table["columnDefinitions"]?.array?.map { $0["name"] } == ["Name", "Age", "Ready", "Replicas"])
    #expect(table["columnDefinitions"]?[0]?["format"] == "name")
    #expect(table["columnDefinitions"]?[3]?["priority"] == 1)
    #expect(table["rows"]?[0]?["cells"] == ["a", "2m5s", "True", 2])
    #expect(table["rows"]?[0]?["object"]?["kind"] == "PartialObjectMetadata")
    #expect(table["rows"]?[0]?["object"]?.value(at: "metadata", "labels", "app") == "x")
    #expect(table["rows"]?[0]?["object"]?["spec"] == nil)
  }

  @Test func tablesCarryWhatIsAskedFor() throws {
    let none = try JSONValue(
      parsing: Fixtures.presenter(Fixtures.machine, .table(includeObject: .none, .v1)).object(machine))
    #expect(none["rows"]?[0]?["object"] == .null)
    #expect(none.value(at: "metadata", "resourceVersion") == "7")
    let whole = try JSONValue(
      parsing: Fixtures.presenter(Fixtures.machine, .table(includeObject: .object, .v1)).object(machine))
    #expect(whole["rows"]?[0]?["object"] == (try JSONValue(parsing: Fixtures.machineJSON)))
  }

  @Test func kindsWithoutColumnsShowNameAndAge() throws {
    let table = try JSONValue(
      parsing: Fixtures.presenter(Fixtures.configMap, .table(includeObject: .none, .v1)).object(configMap))
    #expect(table["columnDefinitions"]?.array?.map { $0["name"] } == ["Name", "Age"])
  }

  @Test(arguments: [
    ("integer", "1.0", "1"), ("integer", "\"1\"", "null"), ("number", "1.5", "1.5"), ("boolean", "true", "true"),
    ("boolean", "\"true\"", "null"), ("string", "\"x\"", "\"x\""), ("string", "3", "\"3\""),
    ("string", "[1]", "\"[1]\""), ("date", "\"1970-01-01T00:01:00Z\"", "\"40s\""), ("date", "\"x\"", "\"<invalid>\""),
    ("string", "null", "null"), ("string", "true", "\"true\""),
  ])
  func cellsFitTheirColumn(type: String, value: String, cell: String) throws {
    let shown = ObjectTable.cell(try JSONValue(parsing: value), type: type, now: Timestamp(seconds: 100))
    #expect(shown.jsonText() == cell)
  }

  @Test func metadataAloneHasNothingElse() throws {
    let presenter = Fixtures.presenter(Fixtures.machine, .partialMetadata(.v1))
    let object = try JSONValue(parsing: presenter.object(machine))
    #expect(object.object?.keys == ["kind", "apiVersion", "metadata"])
    #expect(object["kind"] == "PartialObjectMetadata")
    let list = try JSONValue(parsing: presenter.list([machine], revision: Revision(9)))
    #expect(list["kind"] == "PartialObjectMetadataList")
    #expect(list["items"]?[0] == object)
  }

  @Test func eventsAreLinesMadeOnce() throws {
    let presenter = Fixtures.presenter(Fixtures.machine)
    let line = try presenter.event(.modified, machine)
    #expect(text(line) == #"{"type":"MODIFIED","object":"# + Fixtures.machineJSON + "}\n")
    let kept: Result<[UInt8], Status> = machine.derive("event/MODIFIED/object/kubevirt.io/v1") { .success([]) }
    #expect(try kept.get() == line)
  }

  @Test func tableEventsDescribeColumnsWhenAsked() throws {
    let presenter = Fixtures.presenter(Fixtures.machine, .table(includeObject: .none, .v1))
    let first = try JSONValue(parsing: presenter.event(.added, machine))
    let second = try JSONValue(parsing: presenter.event(.added, machine, withColumns: false))
    #expect(first["object"]?["columnDefinitions"]?.array?.count == 4)
    #expect(second["object"]?["columnDefinitions"] == .null)
    #expect(first["object"]?["rows"] == second["object"]?["rows"])
  }

  @Test func bookmarksHaveARevisionOnly() throws {
    let line = try JSONValue(
      parsing: Fixtures.presenter(Fixtures.machine).bookmark(Revision(12), endsInitialEvents: true))
    #expect(line["type"] == "BOOKMARK")
    #expect(line["object"]?["kind"] == "Machine")
    #expect(line["object"]?.value(at: "metadata", "resourceVersion") == "12")
    #expect(line["object"]?["metadata"]?["annotations"]?["k8s.io/initial-events-end"] == "true")
  }

  @Test func writesYAMLAndIndentedJSON() throws {
    let yaml = ObjectPresenter(
      definition: Fixtures.configMap, version: "v1", format: ResponseFormat(notation: .yaml), now: Timestamp())
    #expect(try text(yaml.object(configMap)).hasPrefix("apiVersion: v1\nkind: ConfigMap\n"))
    let pretty = ObjectPresenter(
      definition: Fixtures.configMap, version: "v1", format: ResponseFormat(isPretty: true), now: Timestamp())
    #expect(try text(pretty.object(configMap)).hasPrefix("{\n  \"apiVersion\": \"v1\","))
  }

  @Test func presentsWhatIsNotStored() throws {
    let tree = try JSONValue(parsing: Fixtures.machineJSON)
    #expect(try text(Fixtures.presenter(Fixtures.machine).object(tree)) == Fixtures.machineJSON)
    let table = try JSONValue(
      parsing: Fixtures.presenter(Fixtures.machine, .table(includeObject: .object, .v1)).object(tree))
    #expect(table["rows"]?[0]?["object"] == tree)
  }
}
