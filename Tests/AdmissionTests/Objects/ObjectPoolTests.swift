import Admission
import JSON
import Testing

@Suite struct ObjectPoolTests {
  private func review(_ members: String, labels: String = #"{"a":"b"}"#, template: Bool = true) throws -> Review {
    let machine =
      #""virtualMachineTemplate":{"metadata":{"labels":"# + labels
      + #"},"spec":{"runStrategy":"Always","template":{"spec":{"domain":{"devices":{},"memory":{"guest":"1Gi"}}}}}}"#
    return Review(
      path: "/virtualmachinepool-validate", resource: "virtualmachinepools", group: "pool.kubevirt.io",
      version: "v1beta1",
      object: try json(
        #"{"metadata":{"name":"p"},"spec":{"#
          + [members, template ? machine : ""].filter { !$0.isEmpty }
          .joined(separator: ",") + "}}"))
  }

  private static let selector = #""selector":{"matchLabels":{"a":"b"}}"#

  @Test(arguments: [
    (selector, []), (#""selector":{"matchLabels":{"a":"z"}}"#, ["spec.selector Invalid"]),
    (#""selector":{"matchExpressions":[{"key":"a","operator":"Like"}]}"#, ["spec.selector Invalid"]),
    ("", ["spec.selector Invalid"]),
    (selector + #","maxUnavailable":0"#, ["spec.maxUnavailable Invalid"]),
    (selector + #","maxUnavailable":"25%""#, []),
    (selector + #","updateStrategy":{"proactive":{},"unmanaged":{}}"#, ["spec.updateStrategy Invalid"]),
    (selector + #","scaleInStrategy":{"proactive":{},"unmanaged":{}}"#, ["spec.scaleInStrategy Invalid"]),
    (selector + #","scaleInStrategy":{"proactive":{}}"#, []),
  ])
  func poolsHaveRulesOfTheirOwn(_ members: String, _ expected: [String]) throws {
    #expect(try review(members).causes() == expected)
  }

  @Test func theTemplateIsRequired() throws {
    #expect(try review(Self.selector, template: false).causes() == ["spec.template Required"])
  }

  @Test func theTemplatesMachineIsChecked() throws {
    var review = try review(Self.selector)
    review.object?["spec"]?["virtualMachineTemplate"]?["spec"]?["runStrategy"] = "Odd"
    #expect(try review.causes() == ["spec.virtualMachineTemplate.spec.runStrategy Invalid"])
  }

  @Test func theSelectorStays() throws {
    var update = try review(Self.selector)
    update.operation = "UPDATE"
    update.oldObject = try review(#""selector":{"matchLabels":{"a":"old"}}"#).object
    #expect(try update.causes() == ["spec.selector Invalid"])
    update.oldObject = nil
    #expect(try update.causes() == [" UnexpectedServerResponse", "spec.selector Invalid"])
  }
}
