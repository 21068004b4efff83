import JSON
import Testing

@Suite("Webhook configurations")
struct WebhookConfigurationTests {
  /// What is validated when it is created, in whichever version.
  static let validated: Set<String> = [
    "virtualmachines", "virtualmachineinstances", "virtualmachineinstancereplicasets", "virtualmachineinstancepresets",
    "virtualmachineinstancemigrations", "virtualmachinepools", "virtualmachineinstancetypes",
    "virtualmachineclusterinstancetypes", "virtualmachinepreferences", "virtualmachineclusterpreferences",
  ]

  @Test("every served version of a validated kind is in exactly one validating rule for creation")
  func everyServedVersionIsValidated() throws {
    let rules = try WebhookRule.all().filter { $0.kind == "ValidatingWebhookConfiguration" }
    let served = try ServedResource.all().filter { Self.validated.contains($0.plural) }
    #expect(Set(served.map(\.plural)) == Self.validated)
    for resource in served {
      #expect(rules.count { $0.covers(resource, "CREATE") } == 1, "\(resource)")
    }
  }

  @Test("no request is sent to two hooks of one kind")
  func noRequestIsCoveredTwice() throws {
    let rules = try WebhookRule.all()
    for resource in try ServedResource.all() {
      for kind in ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"] {
        for operation in ["CREATE", "UPDATE", "DELETE"] {
          #expect(
            rules.count { $0.kind == kind && $0.covers(resource, operation) } <= 1, "\(kind) \(operation) \(resource)")
        }
      }
    }
  }

  @Test("every version that a rule names is served")
  func everyRuleIsOfUse() throws {
    let served = try Set(ServedResource.all())
    for rule in try WebhookRule.all() {
      for group in rule.names("apiGroups") {
        for version in rule.names("apiVersions") {
          for resource in rule.names("resources").map({ $0.split(separator: "/")[0] }) {
            let named = ServedResource(group: group, plural: String(resource), version: version)
            #expect(served.contains(named), "\(rule.configuration) names \(named)")
          }
        }
      }
    }
  }

  @Test("every hook says what it means: Exact, Fail, no side effects, both review versions, ten seconds")
  func everyHookIsExplicit() throws {
    let rules = try WebhookRule.all()
    #expect(!rules.isEmpty)
    for rule in rules {
      let name = rule.hook["name"]?.string ?? ""
      #expect(rule.hook["matchPolicy"]?.string == "Exact", "\(name)")
      #expect(rule.hook["failurePolicy"]?.string == "Fail", "\(name)")
      #expect(rule.hook["sideEffects"]?.string == "None", "\(name)")
      #expect(rule.hook["admissionReviewVersions"]?.array == ["v1", "v1beta1"], "\(name)")
      #expect(rule.hook["timeoutSeconds"]?.int64 == 10, "\(name)")
      #expect(rule.hook.value(at: "clientConfig", "service", "name")?.string == "virt-api", "\(name)")
      #expect(rule.hook.value(at: "clientConfig", "service", "path")?.string?.first == "/", "\(name)")
    }
  }

  @Test("v1alpha2 shares no hook with a later version")
  func profilesAreApart() throws {
    for rule in try WebhookRule.all() where rule.names("apiVersions").contains("v1alpha2") {
      #expect(rule.names("apiVersions") == ["v1alpha2"], "\(rule.configuration)")
    }
  }
}
