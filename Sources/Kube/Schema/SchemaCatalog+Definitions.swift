import JSON

extension SchemaCatalog {
  /// The CustomResourceDefinition objects (apiextensions.k8s.io/v1) of our kinds: what `deploy/crds` has, but for the
  /// descriptions, which the OpenAPI documents have.
  ///
  /// They are made with each call, as together they would keep half a megabyte of text in memory.
  public var customResourceDefinitions: [JSONValue] { customKinds.map(definition(of:)) }

  private func definition(of kind: JSONValue) -> JSONValue {
    var names = JSONObject()
    for key in ["kind", "plural", "singular", "shortNames", "categories"] where kind[key] != [] {
      names[key] = kind[key]
    }
    names["listKind"] = .string((kind["kind"]?.string ?? "") + "List")
    let versions = kind["versions"]?.array ?? []
    var spec: JSONObject = [
      "group": kind["group"] ?? "", "names": .object(names), "scope": kind["scope"] ?? "",
      "versions": .array(versions.map { version($0, columns: kind["columns"]) }),
    ]
    if versions.count > 1 { spec["conversion"] = conversion(between: versions) }
    let name = "\(kind["plural"]?.string ?? "").\(kind["group"]?.string ?? "")"
    return [
      "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
      "metadata": ["name": .string(name), "labels": ["kubevirt.io": ""]], "spec": .object(spec),
    ]
  }

  /// Versions of one type differ in their names only.
  private func conversion(between versions: [JSONValue]) -> JSONValue {
    if Set(versions.map { $0["type"] }).count == 1 { return ["strategy": "None"] }
    let service: JSONValue = ["namespace": "kubevirt", "name": "virt-api", "path": "/convert"]
    return [
      "strategy": "Webhook",
      "webhook": ["conversionReviewVersions": ["v1", "v1beta1"], "clientConfig": ["service": service]],
    ]
  }

  private func version(_ version: JSONValue, columns: JSONValue?) -> JSONValue {
    var entry: JSONObject = [
      "name": version["name"] ?? "", "served": true, "storage": version["storage"] ?? false,
      "schema": ["openAPIV3Schema": expanded(["$ref": version["type"] ?? ""])],
    ]
    if version["deprecated"] == true { entry["deprecated"] = true }
    if let columns, version["isOpen"] != true { entry["additionalPrinterColumns"] = columns }
    var subresources = JSONObject()
    if let scale = version["scale"] { subresources["scale"] = scale }
    if version["status"] == true { subresources["status"] = [:] }
    if !subresources.isEmpty { entry["subresources"] = .object(subresources) }
    return .object(entry)
  }

  /// The schema with every reference replaced by what it means; the tables of custom kinds have no circles.
  private func expanded(_ schema: JSONValue) -> JSONValue {
    switch schema {
    case .array(let elements): return .array(elements.map(expanded))
    case .object(let object):
      guard let name = object["$ref"]?.string, var whole = table(name)?.json.map(expanded) else {
        return .object(JSONObject(object.map { ($0.key, expanded($0.value)) }))
      }
      for (key, value) in object where key != "$ref" { whole[key] = value }
      return whole
    default: return schema
    }
  }
}
