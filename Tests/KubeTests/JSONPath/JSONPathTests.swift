import JSON
import Kube
import Testing

@Suite struct JSONPathTests {
  static let object: JSONValue = [
    "metadata": ["name": "vm", "annotations": ["kubevirt.io/x.y": "dotted", "plain": "p"]],
    "spec": ["replicas": 3, "list": ["a", "b", "c"]],
    "status": [
      "conditions": [
        ["type": "Ready", "status": "False", "weight": 1], ["type": "Live", "status": "True", "weight": 5],
      ]
    ],
  ]

  @Test(arguments: [
    (".metadata.name", #"["vm"]"#),
    ("metadata.name", #"["vm"]"#),
    ("{.metadata.name}", #"["vm"]"#),
    ("$.spec.replicas", "[3]"),
    ("['metadata']['name']", #"["vm"]"#),
    (".metadata[\"name\"]", #"["vm"]"#),
    (#".metadata.annotations.kubevirt\.io/x\.y"#, #"["dotted"]"#),
    (".metadata.annotations['kubevirt.io/x.y']", #"["dotted"]"#),
    (".spec.list[0]", #"["a"]"#),
    (".spec.list[-1]", #"["c"]"#),
    (".spec.list[1:]", #"["b","c"]"#),
    (".spec.list[:2]", #"["a","b"]"#),
    (".spec.list[7]", "[]"),
    (".spec.list[*]", #"["a","b","c"]"#),
    (".metadata.annotations.*", #"["dotted","p"]"#),
    (".status.conditions[*].type", #"["Ready","Live"]"#),
    (#".status.conditions[?(@.type=="Ready")].status"#, #"["False"]"#),
    (".status.conditions[?(@.type == 'Live')].status", #"["True"]"#),
    (".status.conditions[?(@.type!='Live')].status", #"["False"]"#),
    (".status.conditions[?(@.weight>1)].type", #"["Live"]"#),
    (".status.conditions[?(@.weight<=1)].type", #"["Ready"]"#),
    (".status.conditions[?(@.message)].type", "[]"),
    (".status.conditions[?(@.type)].weight", "[1,5]"),
    ("..weight", "[1,5]"),
    (".nothing.here[0]", "[]"),
    (".metadata.name.below", "[]"),
  ])
  func findsValues(path: String, expected: String) throws {
    let path = try JSONPath(parsing: path)
    let found = path.values(in: Self.object)
    #expect(JSONValue.array(found).jsonText() == expected)
    #expect(path.first(in: Self.object) == found.first)
  }

  @Test(arguments: [
    ".a[", ".a[x]", ".a[?(@.b==)]", ".a[?(b)]", ".a]", "{.a", ".a['b", ".a..", #".a\"#, ".a b",
    ".a[?(@.b=='c']",
  ])
  func refusesWhatIsNoPath(text: String) {
    #expect(throws: JSONPathError.self) { try JSONPath(parsing: text) }
  }

  @Test func namesMembersOfPlainPathsOnly() throws {
    #expect(try JSONPath(parsing: ".spec.replicas").memberNames == ["spec", "replicas"])
    #expect(try JSONPath(parsing: ".spec.list[0]").memberNames == nil)
  }
}

@Suite struct AgeTests {
  @Test(arguments: [
    (-5, "<invalid>"), (-1, "0s"), (0, "0s"), (45, "45s"), (119, "119s"), (120, "2m"), (125, "2m5s"), (599, "9m59s"),
    (600, "10m"), (10799, "179m"), (10800, "3h"), (11100, "3h5m"), (28799, "7h59m"), (28800, "8h"), (172799, "47h"),
    (172800, "2d"), (442800, "5d3h"), (691199, "7d23h"), (691200, "8d"), (63_071_999, "729d"), (63_072_000, "2y"),
    (65_664_000, "2y30d"), (252_288_000, "8y"),
  ])
  func readsAsKubectlShowsIt(seconds: Int, text: String) {
    #expect(Duration.seconds(seconds).humanText == text)
  }

  @Test func tellsAbsentAndFaultyTimesApart() {
    let now = Timestamp(seconds: 1000)
    #expect(Timestamp.age(of: nil, at: now) == "<unknown>")
    #expect(Timestamp.age(of: "yesterday", at: now) == "<invalid>")
    #expect(Timestamp.age(of: Timestamp(seconds: 955).text, at: now) == "45s")
  }
}
