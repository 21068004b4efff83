import EmbeddedStore
import JSON
import Kube

/// Which objects a list, a watch or a deletion of a collection means, by labels and fields.
public struct ObjectFilter: Sendable {
  private let labels: Selector
  /// Terms on name and namespace, which need no look into the object.
  private let keyTerms: FieldSelector
  private let fieldTerms: FieldSelector
  private let strategy: any ResourceStrategy

  /// Selects everything.
  public init(definition: ResourceDefinition) {
    labels = .everything
    keyTerms = FieldSelector()
    fieldTerms = FieldSelector()
    strategy = definition.strategy
  }

  /// Reads the selectors of a query.
  /// - Throws: a Status with code 400 for a selector that is none, and for a field that can't be selected by.
  public init(label: String, field: String, definition: ResourceDefinition) throws(Status) {
    strategy = definition.strategy
    do throws(SelectorError) {
      labels = label.isEmpty ? .everything : try Selector(parsing: label)
    } catch {
      throw .badRequest("unable to parse requirement: \(error)")
    }
    let terms: [FieldSelector.Term]
    do throws(SelectorError) {
      terms = field.isEmpty ? [] : try FieldSelector(parsing: field).terms
    } catch {
      throw .badRequest("invalid selector: '\(field)'; \(error)")
    }
    keyTerms = FieldSelector(terms.filter { Self.keyFields.contains($0.field) })
    fieldTerms = FieldSelector(terms.filter { !Self.keyFields.contains($0.field) })
    let known = definition.strategy.selectableFieldNames
    for term in fieldTerms.terms where !known.contains(term.field) {
      let isGeneric = known.isEmpty && !definition.isCustom
      throw .badRequest(
        isGeneric
          ? "\"\(term.field)\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
          : "field label not supported: \(term.field)")
    }
  }

  private static let keyFields: Set<String> = ["metadata.name", "metadata.namespace"]

  /// Whether every object is selected.
  public var isEmpty: Bool { labels.requirements.isEmpty && keyTerms.terms.isEmpty && fieldTerms.terms.isEmpty }

  /// The only name that can be selected, when the fields say one: a look-up instead of a search.
  public var name: String? {
    keyTerms.terms.first { $0.field == "metadata.name" && $0.isEqual && !$0.value.isEmpty }?.value
  }

  public func matches(_ object: JSONValue) -> Bool {
    if isEmpty { return true }
    let metadata = object["metadata"]
    return matchesKey(
      namespace: metadata?["namespace"]?.string ?? "", name: metadata?["name"]?.string ?? "")
      && matches(SelectableContent(object, strategy))
  }

  /// Whether a stored object is selected. What it is selected by is read once for all who ask, and only if needed.
  public func matches(_ stored: ObjectVersion) throws(Status) -> Bool {
    guard matchesKey(namespace: stored.key.namespace, name: stored.key.name) else { return false }
    if labels.requirements.isEmpty, fieldTerms.terms.isEmpty { return true }
    let content = try stored.derived("selection") { () throws(Status) in
      SelectableContent(try stored.tree(), strategy)
    }
    return matches(content)
  }

  /// What selectors look at: a small part of an object, kept with its version.
  private struct SelectableContent: Sendable {
    var labels: [String: String] = [:]
    var fields: [String: String]

    init(_ object: JSONValue, _ strategy: any ResourceStrategy) {
      for (key, value) in object["metadata"]?["labels"]?.object ?? JSONObject() {
        if let text = value.string { labels[key] = text }
      }
      fields = strategy.selectableFieldNames.isEmpty ? [:] : strategy.selectableFields(of: object)
    }
  }

  private func matchesKey(namespace: String, name: String) -> Bool {
    keyTerms.matches { $0 == "metadata.name" ? name : namespace }
  }

  private func matches(_ content: SelectableContent) -> Bool {
    labels.matches(content.labels) && fieldTerms.matches { content.fields[$0] ?? "" }
  }
}
