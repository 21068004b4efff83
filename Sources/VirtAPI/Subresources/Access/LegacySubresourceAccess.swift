/// Which paths v0.8.0 opened to everyone, and what it asked about the others: it counted steps, and took the verb from
/// the method's own name.
public enum LegacySubresourceAccess {
  public static func requirement(method: String, path: SubresourcePath) -> SubresourceAccess.Requirement {
    let steps = path.steps
    if steps.count <= 4 || steps[4] == "version" { return .nothing }
    guard steps.count == 9 else { return .refusal("unknown api endpoint") }
    guard steps[6] == "virtualmachineinstances" else { return .refusal("unknown resource type \(steps[6])") }
    return .permission(
      SubresourceAccess.Permission(
        verb: method.lowercased(), group: steps[2], version: steps[3], namespace: steps[5], resource: steps[6],
        name: steps[7], subresource: steps[8]))
  }
}
