import EmbeddedStore
import JSON
import Kube
import Testing

@testable import EmbeddedAPI

@Suite struct ListTests {
  private let notes = "/api/v1/namespaces/default/notes"

  private func fill(_ api: TestAPI, _ count: Int) async {
    for index in 0..<count {
      let name = index < 10 ? "n0\(index)" : "n\(index)"
      let even: JSONValue = index % 2 == 0 ? "yes" : "no"
      _ = await api.send("POST", notes, json: ["metadata": ["name": .string(name), "labels": ["even": even]]])
    }
  }

  @Test func pagesShowOneMoment() async throws {
    let api = try TestAPI()
    await fill(api, 5)
    let first = await api.send("GET", notes + "?limit=2")
    #expect(first.names == ["n00", "n01"])
    #expect(first.body.value(at: "metadata", "remainingItemCount") == 3)
    _ = await api.send("DELETE", notes + "/n02")
    _ = await api.send("POST", notes, #"{"metadata":{"name":"n025"}}"#)
    let second = await api.send("GET", notes + "?limit=2&continue=" + first.continueToken)
    #expect(second.names == ["n02", "n03"])
    #expect(second.revision == first.revision)
    let third = await api.send("GET", notes + "?limit=2&continue=" + second.continueToken)
    #expect(third.names == ["n04"])
    #expect(third.continueToken.isEmpty)
  }

  @Test func selectorsFillPages() async throws {
    let api = try TestAPI()
    await fill(api, 20)
    var page = await api.send("GET", notes + "?limit=3&labelSelector=even%3Dyes")
    #expect(page.names == ["n00", "n02", "n04"])
    #expect(page.body.value(at: "metadata", "remainingItemCount") == nil)
    var names = page.names
    while !page.continueToken.isEmpty {
      page = await api.send("GET", notes + "?limit=3&labelSelector=even%3Dyes&continue=" + page.continueToken)
      names += page.names
    }
    #expect(names == ["n00", "n02", "n04", "n06", "n08", "n10", "n12", "n14", "n16", "n18"])
  }

  @Test func selectsByName() async throws {
    let api = try TestAPI()
    await fill(api, 3)
    let found = await api.send("GET", notes + "?fieldSelector=metadata.name%3Dn01")
    #expect(found.names == ["n01"])
    #expect(found.revision == api.store.revision.description)
    #expect(await api.send("GET", notes + "?fieldSelector=metadata.name%3Dnone").names == [])
    #expect(await api.send("GET", "/api/v1/notes?fieldSelector=metadata.name%3Dn01").names == ["n01"])
  }

  @Test func expiredTokensComeWithAFreshOne() async throws {
    let options = StoreOptions(
      history: StoreOptions.History(age: .zero, minimumChanges: 1, maximumChanges: 1), compactionInterval: nil)
    let api = try TestAPI(storeOptions: options)
    await fill(api, 4)
    let token = await api.send("GET", notes + "?limit=2").continueToken
    for text in ["a", "b", "c"] { _ = await api.patch(notes + "/n03", ["spec": ["text": .string(text)]]) }
    try await api.store.compact()
    let answer = await api.send("GET", notes + "?limit=2&continue=" + token)
    #expect(answer.code == 410)
    #expect(answer.reason == "Expired")
    #expect(answer.message.hasPrefix("the list that this token continues is too old"))
    let rest = await api.send("GET", notes + "?limit=2&continue=" + answer.continueToken)
    #expect(rest.names == ["n02", "n03"])
  }

  @Test func revisionsAreRead() async throws {
    let api = try TestAPI()
    await fill(api, 2)
    let old = await api.send("GET", notes)
    await fill(api, 4)
    let exact = await api.send("GET", notes + "?resourceVersionMatch=Exact&resourceVersion=" + old.revision)
    #expect(exact.names == ["n00", "n01"] && exact.revision == old.revision)
    #expect(await api.send("GET", notes + "?resourceVersion=" + old.revision).names.count == 4)
    #expect(await api.send("GET", notes + "?resourceVersion=0").names.count == 4)
    let future = await api.send("GET", notes + "?resourceVersion=1000000")
    #expect(future.code == 504)
    #expect(future.message.hasPrefix("Timeout: Too large resource version: 1000000, current: "))
    #expect(future.body.value(at: "details", "causes")?[0]?["reason"] == "ResourceVersionTooLarge")
  }

  @Test(arguments: [
    ("resourceVersion=x", 400), ("limit=x", 400), ("continue=!!", 400), ("labelSelector=a%3D%3D%3Db", 400),
    ("fieldSelector=spec.foo%3Da", 400), ("resourceVersionMatch=Exact", 422),
    ("resourceVersionMatch=Foo&resourceVersion=1", 422), ("resourceVersionMatch=Exact&resourceVersion=0", 422),
    ("sendInitialEvents=true", 422),
  ])
  func refusesFaultyOptions(_ query: String, _ code: Int) async throws {
    let api = try TestAPI()
    await fill(api, 1)
    let answer = await api.send("GET", notes + "?" + query)
    #expect(answer.code == code, "\(answer.message)")
    #expect(answer.body["kind"] == "Status")
  }

  @Test func tokensSurviveTheirText() throws {
    let token = ContinueToken(revision: Revision(7), after: ObjectKey(collection: "c", namespace: "é", name: "n/+?"))
    #expect(try ContinueToken(parsing: token.text) == token)
    #expect(!token.text.contains { "+/=".contains($0) })
  }
}
