import JSON
import Testing
import VirtTypes

@Suite struct ConversionTests {
  private static let legacyVersion = "kubevirt.io/v1alpha2"
  private static let currentVersion = "kubevirt.io/v1"

  private func current(_ legacy: JSONValue) throws -> JSONValue {
    try Conversion.convert(legacy, to: Self.currentVersion)
  }

  private func legacy(_ current: JSONValue) throws -> JSONValue {
    try Conversion.convert(current, to: Self.legacyVersion)
  }

  /// A machine of v1alpha2 whose disks are named otherwise than their volumes.
  private let machine: JSONValue = [
    "apiVersion": "kubevirt.io/v1alpha2", "kind": "VirtualMachine", "metadata": ["name": "testvm"],
    "spec": [
      "running": false,
      "selector": ["matchLabels": ["guest": "testvm"]],
      "template": [
        "metadata": ["labels": ["guest": "testvm"], "creationTimestamp": .null],
        "spec": [
          "domain": [
            "devices": [
              "disks": [
                ["name": "registrydisk", "volumeName": "registryvolume", "disk": ["bus": "virtio"], "color": "red"],
                ["name": "cloudinitdisk", "volumeName": "cloudinitvolume", "disk": ["bus": "virtio"]],
                ["name": "drive", "volumeName": "drive", "floppy": ["tray": "closed"]],
              ]
            ]
          ],
          "volumes": [
            ["name": "registryvolume", "registryDisk": ["image": "kubevirt/cirros-registry-disk-demo"]],
            ["name": "cloudinitvolume", "cloudInitNoCloud": ["userDataBase64": "SGkuXG4="]],
            ["name": "drive", "persistentVolumeClaim": ["claimName": "floppies"]],
          ],
        ],
      ],
    ],
  ]

  private let disks = JSONPointer(["spec", "template", "spec", "domain", "devices", "disks"])
  private let volumes = JSONPointer(["spec", "template", "spec", "volumes"])

  private func editing(
    _ value: JSONValue, _ pointer: JSONPointer, _ body: (inout [JSONValue]) -> Void
  ) throws -> JSONValue {
    var elements = try #require(value.value(at: pointer)?.array)
    body(&elements)
    return try JSONPatch([.replace(pointer, .array(elements))]).applied(to: value)
  }

  private func names(_ value: JSONValue) -> [String] {
    value.value(at: disks)?.array?.map { $0["name"]?.string ?? "-" } ?? []
  }

  // MARK: Renames

  @Test func fieldsGetTheNamesOfTheOtherVersion() throws {
    let current = try current(machine)
    #expect(names(current) == ["registryvolume", "cloudinitvolume", "drive"])
    #expect(current.value(at: disks)?[0]?["volumeName"] == nil)
    #expect(current.value(at: volumes)?[0]?["registryDisk"] == nil)
    #expect(current.value(at: volumes)?[0]?["containerDisk"] == ["image": "kubevirt/cirros-registry-disk-demo"])
    #expect(current["spec"]?["running"] == false)
    #expect(current["spec"]?["selector"] == nil)
    #expect(current.value(at: disks)?[2] == ["name": "drive"])
  }

  @Test func whatOnlyTheOldVersionKnowsComesBackAndLeavesNoTrace() throws {
    let back = try legacy(try current(machine))
    #expect(back == machine)
    #expect(back["metadata"] == ["name": "testvm"])
  }

  @Test func theThirdVersionHasTheFieldsOfTheStoredOne() throws {
    let stored = try current(machine)
    let third = try Conversion.convert(machine, to: "kubevirt.io/v1alpha3")
    var expected = stored
    expected["apiVersion"] = "kubevirt.io/v1alpha3"
    #expect(third == expected)
    #expect(try Conversion.convert(third, to: Self.currentVersion) == stored)
    #expect(try legacy(third) == machine)
  }

  @Test func onlyAnnotationsChangeInMetadata() throws {
    var object = machine
    object["metadata"] = ["name": "a", "labels": ["b": "c"], "uid": "1", "annotations": ["mine": "kept"]]
    let converted = try current(object)
    var metadata = try #require(converted["metadata"])
    #expect(metadata["annotations"]?["mine"] == "kept")
    metadata["annotations"] = object["metadata"]?["annotations"]
    #expect(metadata == object["metadata"])
  }

  @Test func anObjectWithoutRemainderGetsNoAnnotation() throws {
    let object: JSONValue = [
      "apiVersion": "kubevirt.io/v1alpha2", "kind": "VirtualMachineInstance", "metadata": ["name": "a"],
      "spec": ["domain": ["devices": [:]], "volumes": [["name": "v", "registryDisk": ["image": "i"]]]],
    ]
    #expect(try current(object)["metadata"] == ["name": "a"])
  }

  @Test func aPresetGetsTheDevicesThatItMustHave() throws {
    let preset: JSONValue = [
      "apiVersion": "kubevirt.io/v1alpha2", "kind": "VirtualMachineInstancePreset", "metadata": ["name": "small"],
      "spec": ["selector": ["matchLabels": ["a": "b"]], "domain": ["resources": ["requests": ["memory": "64M"]]]],
    ]
    var stored = try current(preset)
    #expect(stored.value(at: "spec", "domain", "devices") == [:])
    #expect(try legacy(stored) == preset)
    stored["spec"]?["domain"]?["devices"] = ["rng": [:]]
    #expect(try legacy(stored).value(at: "spec", "domain", "devices") == ["rng": [:]])
  }

  @Test func kindsWithoutAnOldFormChangeTheirVersionOnly() throws {
    let migration: JSONValue = [
      "apiVersion": "kubevirt.io/v1alpha3", "kind": "VirtualMachineInstanceMigration", "spec": ["vmiName": "a"],
    ]
    let converted = try current(migration)
    #expect(converted["spec"] == migration["spec"])
    #expect(converted["apiVersion"] == "kubevirt.io/v1")
  }

  @Test func listsAreConvertedElementByElement() throws {
    let list: JSONValue = [
      "apiVersion": "kubevirt.io/v1alpha2", "kind": "VirtualMachineList", "metadata": [:], "items": [machine, machine],
    ]
    let converted = try current(list)
    #expect(converted["items"] == [try current(machine), try current(machine)])
    #expect(try legacy(converted) == list)
  }

  // MARK: Edits by clients of v1

  @Test func aRemovedListItemStaysRemovedAndTheOthersKeepTheirNames() throws {
    let edited = try editing(try current(machine), disks) { $0.remove(at: 0) }
    let back = try legacy(edited)
    #expect(names(back) == ["cloudinitdisk", "drive"])
    #expect(back.value(at: disks)?[0]?["color"] == nil)
    #expect(back.value(at: disks)?[1]?["floppy"] == ["tray": "closed"])
  }

  @Test func aReorderedListKeepsWhatBelongsToItsItems() throws {
    let edited = try editing(try current(machine), disks) { $0.reverse() }
    let back = try legacy(edited)
    #expect(names(back) == ["drive", "cloudinitdisk", "registrydisk"])
    #expect(back.value(at: disks)?[2]?["color"] == "red")
    #expect(back.value(at: disks)?[1]?["color"] == nil)
  }

  @Test func aRenamedListItemIsANewOne() throws {
    let edited = try editing(try current(machine), disks) { $0[0]["name"] = "other" }
    let back = try legacy(edited)
    #expect(names(back) == ["other", "cloudinitdisk", "drive"])
    #expect(back.value(at: disks)?[0]?["volumeName"] == "other")
    #expect(back.value(at: disks)?[0]?["color"] == nil)
  }

  @Test func aTargetGivenInTheNewVersionReplacesTheFloppy() throws {
    let edited = try editing(try current(machine), disks) { $0[2]["cdrom"] = ["bus": "sata"] }
    #expect(try legacy(edited).value(at: disks)?[2]?.object?.keys.sorted() == ["cdrom", "name", "volumeName"])
  }

  @Test func aListOfNamelessThingsIsOneValue() throws {
    var object = machine
    object["spec"]?["template"]?["spec"]?["tolerations"] = [["key": "a", "mood": "good"], ["key": "b"]]
    let stored = try current(object)
    let tolerations = JSONPointer(["spec", "template", "spec", "tolerations"])
    #expect(stored.value(at: tolerations) == [["key": "a"], ["key": "b"]])
    #expect(try legacy(stored) == object)
    let edited = try editing(stored, tolerations) { $0.reverse() }
    #expect(try legacy(edited).value(at: tolerations) == [["key": "b"], ["key": "a"]])
  }

  @Test func aFieldThatTheNewVersionChangedWins() throws {
    var object = machine
    object["spec"]?["template"]?["spec"]?["domain"]?["resources"] = [
      "requests": ["memory": .number(JSONNumber("1.5") ?? 1)]
    ]
    var stored = try current(object)
    let memory = JSONPointer(["spec", "template", "spec", "domain", "resources", "requests", "memory"])
    #expect(stored.value(at: memory) == "1.5")
    #expect(try legacy(stored) == object)
    stored["spec"]?["template"]?["spec"]?["domain"]?["resources"]?["requests"]?["memory"] = "2Gi"
    #expect(try legacy(stored).value(at: memory) == "2Gi")
  }

  // MARK: Running or a strategy

  private func machine(_ spec: JSONObject, _ version: String) -> JSONValue {
    var spec = spec
    spec["template"] = ["spec": ["domain": ["devices": [:]]]]
    return ["apiVersion": .string(version), "kind": "VirtualMachine", "metadata": ["name": "a"], "spec": .object(spec)]
  }

  @Test(arguments: [
    ("Always", true), ("Halted", false), ("Manual", false), ("RerunOnFailure", true), ("Once", true),
    ("WaitAsReceiver", true),
  ])
  func aStrategyIsShownAsRunningAndSurvives(strategy: String, isRunning: Bool) throws {
    let object = machine(["runStrategy": .string(strategy)], Self.currentVersion)
    let shown = try legacy(object)
    #expect(shown["spec"]?["running"] == .bool(isRunning))
    #expect(shown.value(at: "metadata", "annotations") == nil)
    #expect(try current(shown) == object)
  }

  @Test(arguments: [true, false])
  func runningStaysRunning(flag: Bool) throws {
    let object = machine(["running": .bool(flag)], Self.legacyVersion)
    let stored = try current(object)
    #expect(stored == machine(["running": .bool(flag)], Self.currentVersion))
    #expect(try legacy(stored) == object)
  }

  @Test func aClientOfTheOldVersionStartsAMachineWithAStrategy() throws {
    var shown = try legacy(machine(["runStrategy": "Manual"], Self.currentVersion))
    shown["spec"]?["running"] = true
    var stored = try current(shown)
    #expect(stored["spec"]?["running"] == true)
    #expect(stored["spec"]?["runStrategy"] == nil)
    #expect(try legacy(stored) == shown)
    // Whoever then stops it in the new version means that, and not the strategy of old.
    stored["spec"]?["running"] = false
    #expect(try legacy(stored)["spec"]?["runStrategy"] == nil)
    #expect(try current(try legacy(stored))["spec"]?["running"] == false)
  }

  // MARK: Names that only one version has

  @Test func aFieldOfTheNewVersionMayBeWrittenInTheOldOne() throws {
    var object = machine
    object["spec"]?["template"]?["spec"]?["evictionStrategy"] = "LiveMigrate"
    #expect(try current(object).value(at: "spec", "template", "spec", "evictionStrategy") == "LiveMigrate")
  }

  @Test func aFieldOfTheNewVersionThatDoesNotFitIsKeptAside() throws {
    var object = machine
    object["spec"]?["template"]?["spec"]?["livenessProbe"] = "soon"
    let stored = try current(object)
    #expect(stored.value(at: "spec", "template", "spec", "livenessProbe") == nil)
    #expect(try legacy(stored) == object)
  }

  @Test func theNewNameMeansNothingInTheOldVersion() throws {
    let object = try editing(machine, volumes) { $0[1]["containerDisk"] = ["image": "other"] }
    let stored = try current(object)
    #expect(stored.value(at: volumes)?[1]?["containerDisk"] == nil)
    #expect(try legacy(stored) == object)
  }

  // MARK: Hostile and broken input

  @Test(arguments: [
    "", "no JSON", "[]", "{\"/spec\":1}", "{\"spec\":{\"hash\":\"\"}}",
    "{\"/metadata/name\":{\"value\":\"x\",\"hash\":\"cbf29ce484222325\"}}",
    "{\"\":{\"value\":\"x\",\"hash\":\"cbf29ce484222325\"}}",
    "{\"/kind\":{\"hash\":\"cbf29ce484222325\"},\"/spec/template/spec/volumes/9\":{\"hash\":\"cbf29ce484222325\"}}",
  ])
  func anAnnotationOfNoSenseCountsForNothing(text: String) throws {
    var object = machine(["running": true], Self.currentVersion)
    object["metadata"]?["annotations"] = [Conversion.annotation: .string(text)]
    #expect(try legacy(object) == machine(["running": true], Self.legacyVersion))
  }

  /// An API server refuses the whole list in which one object has such metadata.
  @Test(arguments: ["5", "\"x\"", "[]", "{\"a\":5}", "{\"a\":\"b\"}"])
  func anAnnotationChangesNoMetadata(value: String) throws {
    let entry = "{\"/metadata/annotations\":{\"value\":\(value),\"hash\":\"cbf29ce484222325\"}}"
    try anAnnotationOfNoSenseCountsForNothing(text: entry)
  }

  /// What clients of v1 put into the annotation decides over the old form only, whatever it is.
  @Test func anyAnnotationLeavesTheObjectConvertible() throws {
    let stored = try current(machine)
    let annotation = JSONPointer(["metadata", "annotations", Conversion.annotation])
    let text = try #require(stored.value(at: annotation)?.string)
    var state: UInt64 = 1
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<500 {
      var bytes = Array(text.utf8)
      for _ in 0...next(below: 4) {
        let index = next(below: bytes.count)
        switch next(below: 3) {
        case 0: bytes[index] = UInt8(ascii: "/")
        case 1: bytes.remove(at: index)
        default: bytes.insert(contentsOf: "metadata".utf8, at: index)
        }
      }
      var object = stored
      object["metadata"]?["annotations"] = [Conversion.annotation: .string(String(decoding: bytes, as: UTF8.self))]
      let shown = try legacy(object)
      #expect(shown["metadata"] == ["name": "testvm"])
      #expect(shown["kind"] == "VirtualMachine" && shown["apiVersion"] == "kubevirt.io/v1alpha2")
    }
  }

  @Test func theAnnotationCannotBeBroughtAlongInTheOldVersion() throws {
    var object = machine(["running": true], Self.legacyVersion)
    object["metadata"]?["annotations"] = [Conversion.annotation: "{}"]
    #expect(try current(object) == machine(["running": true], Self.currentVersion))
  }

  @Test func tooMuchThatHasNoPlaceIsRefusedWithTheObjectsName() {
    var long = machine
    long["metadata"]?["namespace"] = "default"
    long["spec"]?["unknown"] = .string(String(repeating: "x", count: 300_000))
    let error = #expect(throws: ConversionError.self) { try current(long) }
    #expect(error?.description.hasPrefix("VirtualMachine default/testvm: ") == true)
    #expect(error?.reason == .remainderTooLarge)

    var many = machine
    for index in 0..<5000 { many["spec"]?["x\(index)"] = 1 }
    #expect(throws: ConversionError.self) { try current(many) }
  }

  // MARK: Reviews

  private func answer(_ review: JSONValue) throws -> JSONValue {
    let body = review.jsonBytes()
    return try JSONValue(parsing: try body.withUnsafeBytes { try ConversionReview.answer(to: $0) })
  }

  @Test(arguments: ["apiextensions.k8s.io/v1", "apiextensions.k8s.io/v1beta1"])
  func aReviewIsAnsweredInItsVersion(version: String) throws {
    let answer = try answer([
      "apiVersion": .string(version), "kind": "ConversionReview",
      "request": ["uid": "7", "desiredAPIVersion": "kubevirt.io/v1", "objects": [machine, machine]],
    ])
    #expect(answer["apiVersion"] == .string(version))
    #expect(answer.value(at: "response", "uid") == "7")
    #expect(answer.value(at: "response", "result", "status") == "Success")
    #expect(answer.value(at: "response", "convertedObjects") == [try current(machine), try current(machine)])
  }

  @Test func anObjectOfAnotherGroupFailsTheReviewByName() throws {
    let answer = try answer([
      "apiVersion": "apiextensions.k8s.io/v1", "kind": "ConversionReview",
      "request": ["uid": "7", "desiredAPIVersion": "apps/v1", "objects": [machine]],
    ])
    #expect(answer.value(at: "response", "result", "status") == "Failure")
    #expect(answer.value(at: "response", "convertedObjects") == [])
    let message = answer.value(at: "response", "result", "message")?.string ?? ""
    #expect(message.hasPrefix("VirtualMachine testvm: "))
  }

  @Test func aBodyThatIsNoReviewThrows() {
    #expect(throws: ReviewError.self) { try answer(["kind": "AdmissionReview"]) }
  }
}
