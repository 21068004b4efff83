import JSON
import Kube
import Testing

@testable import KubeClient

@Suite struct ExpectationsTests {
  private let pods = GroupVersionResource(version: "v1", resource: "pods")
  private var pod: ObjectAddress { ObjectAddress(pods, NamespacedName("default", "pod")) }

  private func object(_ name: String, version: String, uid: String = "u") -> CachedObject {
    CachedObject([
      "metadata": [
        "namespace": "default", "name": .string(name), "uid": .string(uid), "resourceVersion": .string(version),
      ]
    ])
  }

  /// Macros can't call what changes a value.
  private func isSatisfied(_ expectations: inout Expectations<String>, _ key: String, now: Duration) -> Bool {
    expectations.isSatisfied(key, now: now)
  }

  private func observe(_ expectations: inout Expectations<String>, _ change: ObjectChange) -> [String] {
    expectations.observe(change, of: pods)
  }

  private func reach(_ expectations: inout Expectations<String>, _ version: String) -> [String] {
    expectations.observe(version: version, of: pods)
  }

  @Test func waitsForTheVersionThatWasWrittenOrALaterOne() {
    var expectations = Expectations<String>()
    expectations.expect(.version("10", of: pod), for: "vm", now: .zero)
    #expect(!isSatisfied(&expectations, "vm", now: .zero))
    #expect(isSatisfied(&expectations, "other", now: .zero))
    #expect(observe(&expectations, .added(object("pod", version: "9"))) == [])
    #expect(observe(&expectations, .added(object("other", version: "9"))) == [])
    #expect(!isSatisfied(&expectations, "vm", now: .zero))
    #expect(observe(&expectations, .added(object("pod", version: "10"))) == ["vm"])
    #expect(isSatisfied(&expectations, "vm", now: .zero))
  }

  @Test func onlyThoseAreReleasedThatWereHeldUp() {
    var expectations = Expectations<String>()
    expectations.expect(.version("10", of: pod), for: "asked", now: .zero)
    expectations.expect(.version("10", of: pod), for: "quiet", now: .zero)
    #expect(!isSatisfied(&expectations, "asked", now: .zero))
    let met = observe(&expectations, .added(object("pod", version: "10")))
    #expect(Set(met) == ["asked", "quiet"])
    let (first, second) = (expectations.release(met), expectations.release(met))
    #expect(first == ["asked"])
    #expect(second == [])
  }

  @Test func whatTheCacheHasShownAlreadyIsNotWaitedFor() {
    var expectations = Expectations<String>()
    expectations.observe(.added(object("pod", version: "10")), of: pods)
    expectations.expect(.version("10", of: pod), for: "vm", now: .zero)
    #expect(isSatisfied(&expectations, "vm", now: .zero))
    expectations.expect(.version("11", of: pod), for: "vm", now: .zero)
    #expect(!isSatisfied(&expectations, "vm", now: .zero))
  }

  @Test func anObjectThatCameAndWentUnseenIsNotWaitedFor() {
    var expectations = Expectations<String>()
    expectations.expect(.version("10", of: pod), for: "vm", now: .zero)
    expectations.expect(.version("20", of: pod), for: "later", now: .zero)
    #expect(reach(&expectations, "9") == [])
    #expect(reach(&expectations, "12") == ["vm"])
    #expect(isSatisfied(&expectations, "vm", now: .zero))
    #expect(!isSatisfied(&expectations, "later", now: .zero))
    #expect(reach(&expectations, "20") == ["later"])
  }

  @Test func waitsForTheEndOfOneObjectNotOfItsName() {
    var expectations = Expectations<String>()
    expectations.expect(.deletion(uid: "u", of: pod), for: "vm", now: .zero)
    expectations.observe(.updated(old: object("pod", version: "1"), new: object("pod", version: "2")), of: pods)
    #expect(!isSatisfied(&expectations, "vm", now: .zero))
    expectations.observe(.added(object("pod", version: "3", uid: "v")), of: pods)
    #expect(isSatisfied(&expectations, "vm", now: .zero))
    expectations.expect(.deletion(uid: "v", of: pod), for: "vm", now: .zero)
    expectations.observe(.deleted(object("pod", version: "4", uid: "v")), of: pods)
    #expect(isSatisfied(&expectations, "vm", now: .zero))
  }

  @Test func countsCreationsWhoseNamesAreNotKnown() {
    var expectations = Expectations<String>()
    expectations.expectCreations(2, for: "set", now: .zero)
    expectations.lowerCreations(for: "set")
    #expect(!isSatisfied(&expectations, "set", now: .zero))
    expectations.lowerCreations(for: "set")
    expectations.lowerCreations(for: "set")
    #expect(isSatisfied(&expectations, "set", now: .zero))
  }

  @Test func lapseAfterAWhile() {
    var expectations = Expectations<String>()
    expectations.expect(.creation(of: pod), for: "vm", now: .seconds(10))
    #expect(expectations.expiry(of: "vm") == .seconds(310))
    #expect(!isSatisfied(&expectations, "vm", now: .seconds(309)))
    #expect(isSatisfied(&expectations, "vm", now: .seconds(310)))
    #expect(expectations.expiry(of: "vm") == nil)
  }

  @Test func allOfAKeysExpectationsHaveToBeMet() {
    var expectations = Expectations<String>()
    expectations.expect(.version("10", of: pod), for: "vm", now: .zero)
    expectations.expect(.creation(of: ObjectAddress(pods, NamespacedName("default", "b"))), for: "vm", now: .zero)
    expectations.expect(.version("10", of: pod), for: "other", now: .zero)
    #expect(observe(&expectations, .added(object("b", version: "5"))) == [])
    #expect(Set(observe(&expectations, .added(object("pod", version: "10")))) == ["vm", "other"])
  }

  @Test func aWriteSaysWhatTheCacheHasToShow() {
    var expectations = Expectations<String>()
    let path = ResourcePath(pods, namespace: "default", name: "pod")
    let answer = object("pod", version: "10").tree
    expectations.expect(
      ObjectWrite(ResourcePath(pods, namespace: "default"), .create(answer)), answer: answer, for: "vm", now: .zero)
    #expect(expectations.unmet("vm") == [.version("10", of: pod)])
    expectations.forget("vm")
    let gone: JSONValue = ["kind": "Status", "status": "Success", "details": ["uid": "u"]]
    expectations.expect(ObjectWrite(path, .delete(DeletionOptions())), answer: gone, for: "vm", now: .zero)
    #expect(expectations.unmet("vm") == [.deletion(uid: "u", of: pod)])
    expectations.forget("vm")
    expectations.expect(ObjectWrite(path, .delete(DeletionOptions())), answer: answer, for: "vm", now: .zero)
    #expect(expectations.unmet("vm") == [.version("10", of: pod)])
    expectations.forget("vm")
    expectations.expect(ObjectWrite(path, .get), answer: answer, for: "vm", now: .zero)
    #expect(isSatisfied(&expectations, "vm", now: .zero))
  }
}
