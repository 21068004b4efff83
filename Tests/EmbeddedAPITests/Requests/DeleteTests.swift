import JSON
import Kube
import Testing

@testable import EmbeddedAPI

@Suite struct DeleteTests {
  private let notes = "/api/v1/namespaces/default/notes"
  private let runners = "/api/v1/namespaces/default/runners"

  @Test func removesAndAnswersWithAStatus() async throws {
    let api = try TestAPI()
    let uid = await api.send("POST", notes, #"{"metadata":{"name":"a"}}"#).body.value(at: "metadata", "uid")
    let answer = await api.send("DELETE", notes + "/a")
    #expect(answer.code == 200)
    #expect(answer.body["status"] == "Success")
    #expect(answer.body["details"] == ["name": "a", "kind": "notes", "uid": try #require(uid)])
    #expect(await api.send("DELETE", notes + "/a").code == 404)
  }

  @Test func preconditionsMustHold() async throws {
    let api = try TestAPI()
    let created = await api.send("POST", notes, #"{"metadata":{"name":"a"}}"#)
    let uid = await api.send("DELETE", notes + "/a", #"{"preconditions":{"uid":"7"}}"#)
    #expect(uid.code == 409)
    #expect(uid.message.hasPrefix(#"Operation cannot be fulfilled on Note "a": the UID in"#))
    #expect(uid.message.contains("the UID in the precondition (7) does not match the UID in record ("))
    #expect(await api.send("DELETE", notes + "/a", #"{"preconditions":{"resourceVersion":"77"}}"#).code == 409)
    let right = await api.send(
      "DELETE", notes + "/a", json: ["preconditions": ["resourceVersion": .string(created.revision)]])
    #expect(right.code == 200)
  }

  @Test(arguments: [("propagationPolicy=Foo", 422), ("gracePeriodSeconds=x", 400), ("dryRun=Some", 422)])
  func refusesFaultyOptions(_ query: String, _ code: Int) async throws {
    let api = try TestAPI()
    _ = await api.send("POST", notes, #"{"metadata":{"name":"a"}}"#)
    #expect(await api.send("DELETE", notes + "/a?" + query).code == code)
    #expect(await api.send("GET", notes + "/a").code == 200)
  }

  @Test func finalizersHoldAnObjectUntilTheLastIsGone() async throws {
    let api = try TestAPI()
    _ = await api.send("POST", notes, #"{"metadata":{"name":"a","finalizers":["x.io/one","x.io/two"]}}"#)
    let marked = await api.send("DELETE", notes + "/a")
    #expect(marked.code == 200 && marked.body["kind"] == "Note")
    #expect(marked.body.value(at: "metadata", "deletionTimestamp") != nil)
    #expect(marked.body.value(at: "metadata", "deletionGracePeriodSeconds") == 0)
    #expect(await api.send("DELETE", notes + "/a").revision == marked.revision)
    let added = await api.patch(notes + "/a", ["metadata": ["finalizers": ["x.io/one", "x.io/three"]]])
    #expect(added.code == 422)
    #expect(added.message.contains("no new finalizers can be added if the object is being deleted"))
    #expect(await api.patch(notes + "/a", ["metadata": ["finalizers": ["x.io/two"]]]).code == 200)
    #expect(await api.send("GET", notes + "/a").code == 200)
    #expect(await api.patch(notes + "/a", ["metadata": ["finalizers": .null]]).code == 200)
    #expect(await api.send("GET", notes + "/a").code == 404)
  }

  @Test func finalizersNameTheirOwnersButForKindsOfCRDs() async throws {
    let api = try TestAPI()
    let body = #"{"metadata":{"name":"a","finalizers":["mine"]}}"#
    let refused = await api.send("POST", notes, body)
    #expect(refused.code == 422)
    #expect(refused.body.value(at: "details", "causes")?.array?.first?["field"] == "metadata.finalizers[0]")
    for known in ["orphan", "foregroundDeletion", "kubernetes", "x.io/mine"] {
      #expect(Finalizers.ownerFaults(known, at: "f").isEmpty)
    }
    let widget = #"{"apiVersion":"example.com/v1","kind":"Widget",\#(body.dropFirst())"#
    let widgets = "/apis/example.com/v1/namespaces/default/widgets"
    #expect(await api.send("POST", widgets, widget).code == 201)
  }

  @Test func propagationPoliciesBecomeFinalizers() async throws {
    let api = try TestAPI()
    for (policy, finalizer) in [("Foreground", "foregroundDeletion"), ("Orphan", "orphan")] {
      let name = policy.lowercased()
      _ = await api.send("POST", notes, json: ["metadata": ["name": .string(name)]])
      let answer = await api.send("DELETE", notes + "/\(name)?propagationPolicy=\(policy)")
      #expect(answer.body.value(at: "metadata", "finalizers") == [.string(finalizer)])
    }
    let background = await api.send("DELETE", notes + "/foreground", #"{"propagationPolicy":"Background"}"#)
    #expect(background.body["status"] == "Success")
    #expect(await api.send("GET", notes + "/foreground").code == 404)
  }

  @Test func aGracePeriodIsWaitedForAndCanBeShortened() async throws {
    let api = try TestAPI()
    _ = await api.send("POST", runners, #"{"metadata":{"name":"a"}}"#)
    let marked = await api.send("DELETE", runners + "/a")
    #expect(marked.body.value(at: "metadata", "deletionGracePeriodSeconds") == 30)
    #expect(marked.body["phase"] == "Ending")
    #expect(await api.send("DELETE", runners + "/a?gracePeriodSeconds=60").revision == marked.revision)
    let shorter = await api.send("DELETE", runners + "/a?gracePeriodSeconds=5")
    #expect(shorter.body.value(at: "metadata", "deletionGracePeriodSeconds") == 5)
    // A change of something else does not end the wait.
    #expect(await api.patch(runners + "/a", ["spec": ["text": "x"]]).code == 200)
    #expect(await api.send("GET", runners + "/a").code == 200)
    let now = await api.send("DELETE", runners + "/a?gracePeriodSeconds=0")
    #expect(now.code == 200 && now.body["kind"] == "Runner")
    #expect(await api.send("GET", runners + "/a").code == 404)
  }

  @Test func whatTheKindHoldsStays() async throws {
    let api = try TestAPI()
    _ = await api.send("POST", runners, #"{"metadata":{"name":"a"},"spec":{"held":true}}"#)
    #expect(await api.send("DELETE", runners + "/a?gracePeriodSeconds=0").code == 200)
    #expect(await api.send("GET", runners + "/a").code == 200)
    #expect(await api.patch(runners + "/a", ["spec": ["held": false]]).code == 200)
    #expect(await api.send("GET", runners + "/a").code == 404)
  }

  @Test(arguments: [Int64.max, 1 << 62, 1 << 40])
  func timesBeyondTheCalendarAreCut(_ requested: Int64) async throws {
    let api = try TestAPI()
    _ = await api.send("POST", runners, #"{"metadata":{"name":"a"}}"#)
    let marked = await api.send("DELETE", runners + "/a", json: ["gracePeriodSeconds": .number(JSONNumber(requested))])
    let period = try #require(marked.body.value(at: "metadata", "deletionGracePeriodSeconds")?.int64)
    #expect(period == DeletionDecision.longestGrace)
    #expect(Timestamp(marked.body.value(at: "metadata", "deletionTimestamp")?.string ?? "") != nil)
    let sooner = await api.send("DELETE", runners + "/a", #"{"gracePeriodSeconds":5}"#)
    #expect(sooner.body.value(at: "metadata", "deletionGracePeriodSeconds") == 5)
  }

  @Test func dryRunChangesNothing() async throws {
    let api = try TestAPI()
    _ = await api.send("POST", notes, #"{"metadata":{"name":"a"}}"#)
    #expect(await api.send("DELETE", notes + "/a?dryRun=All").code == 200)
    #expect(await api.send("DELETE", notes + "/a", #"{"dryRun":["All"]}"#).code == 200)
    #expect(await api.send("DELETE", notes + "?dryRun=All").code == 200)
    #expect(await api.send("GET", notes + "/a").code == 200)
  }

  @Test func collectionsAreDeletedBySelector() async throws {
    let api = try TestAPI()
    for name in ["a", "b", "c"] {
      let keep: JSONValue = name == "b" ? "yes" : "no"
      _ = await api.send("POST", notes, json: ["metadata": ["name": .string(name), "labels": ["keep": keep]]])
    }
    let answer = await api.send("DELETE", notes + "?labelSelector=keep%3Dno")
    #expect(answer.code == 200)
    #expect(answer.body["kind"] == "NoteList")
    #expect(answer.names == ["a", "c"])
    #expect(await api.send("GET", notes).names == ["b"])
  }
}
