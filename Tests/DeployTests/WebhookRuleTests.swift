import Admission
import JSON
import Kube
import Testing

@Suite("Webhook rules of the embedded API")
struct WebhookRuleTests {
  /// One request that a hook sees, as both sides say it.
  struct Covered: Hashable, CustomStringConvertible {
    var kind: String
    var hook: String
    var path: String
    var resource: String
    var operation: String

    var description: String { "\(kind) \(hook) \(path): \(operation) \(resource)" }
  }

  @Test("the table and the configurations for clusters send the same requests to the same hooks")
  func tableIsThatOfTheManifests() throws {
    let deployed = try Set(WebhookRuleTests.WebhookManifest.covered())
    let table = Set(
      Admission.WebhookRule.all.flatMap { rule in
        rule.versions.flatMap { version in
          rule.resources.flatMap { resource in
            rule.operations.map { operation in
              Covered(
                kind: rule.phase == .mutating ? "MutatingWebhookConfiguration" : "ValidatingWebhookConfiguration",
                hook: rule.name, path: rule.path, resource: "\(rule.group)/\(version)/\(resource)",
                operation: Self.word(operation))
            }
          }
        }
      })
    #expect(deployed.subtracting(table).map(\.description).sorted() == [])
    #expect(table.subtracting(deployed).map(\.description).sorted() == [])
  }

  @Test("every rule's path has an endpoint that speaks for the rule's versions")
  func everyPathIsServed() {
    let endpoints = AdmissionEndpoints(ReviewHandler.allEndpoints)
    for rule in Admission.WebhookRule.all {
      for version in rule.versions {
        let endpoint = endpoints.endpoint(at: rule.path, version: version)
        #expect(endpoint?.versions.contains(version) == true, "\(rule.name) \(version)")
      }
    }
  }

  private static func word(_ operation: AdmissionOperation) -> String {
    switch operation {
    case .create: "CREATE"
    case .update: "UPDATE"
    case .delete: "DELETE"
    case .connect: "CONNECT"
    case .other(let word): word
    }
  }

  enum WebhookManifest {
    static func covered() throws -> [Covered] {
      try DeployTests.WebhookRule.all().flatMap { rule in
        rule.names("apiGroups").flatMap { group in
          rule.names("apiVersions").flatMap { version in
            rule.names("resources").flatMap { resource in
              rule.names("operations").map { operation in
                Covered(
                  kind: rule.kind, hook: rule.hook["name"]?.string ?? "",
                  path: rule.hook.value(at: "clientConfig", "service", "path")?.string ?? "",
                  resource: "\(group)/\(version)/\(resource)", operation: operation)
              }
            }
          }
        }
      }
    }
  }
}
