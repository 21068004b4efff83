import Kube
import VirtTypes

extension LegacyRuleContext {
  mutating func checkMemory() {
    let resources = spec.domain.resources
    let request = resources.requests?["memory"]?.valueZeroOnOverflow ?? 0
    let limit = resources.limits?["memory"]?.valueZeroOnOverflow ?? 0
    let requestField = path + ".domain.resources.requests.memory"
    if request < 0 { invalid(requestField, "must not be negative") }
    if limit < 0 { invalid(path + ".domain.resources.limits.memory", "must not be negative") }
    if limit > 0, request > limit {
      invalid(requestField, "is \(request) bytes; it must not exceed the limit of \(limit) bytes")
    }
    guard let memory = spec.domain.memory else { return }
    if memory.hugepages != nil, memory.guest != nil {
      invalid(requestField, "cannot be matched with both memory.hugepages and memory.guest; set one of them")
    }
    if let hugepages = memory.hugepages { checkHugepages(hugepages, request: request, requestField: requestField) }
    if let guest = memory.guest?.valueZeroOnOverflow {
      let field = path + ".domain.memory.guest"
      if request > guest { invalid(field, "is \(guest) bytes; it must be at least the request of \(request) bytes") }
      if limit != 0, limit < guest {
        invalid(field, "is \(guest) bytes; it must not exceed the limit of \(limit) bytes")
      }
    }
  }

  private mutating func checkHugepages(_ hugepages: V1alpha2.Hugepages, request: Int64, requestField: String) {
    let field = path + ".domain.hugepages.size"
    guard let size = try? Quantity(exactly: hugepages.pageSize).valueZeroOnOverflow else {
      return invalid(field, "\"\(hugepages.pageSize)\" is no quantity; write it as in 2Mi or 1Gi")
    }
    if request < size {
      invalid(requestField, "is \(request) bytes; it must be at least one page of \(size) bytes")
    } else if size == 0 {
      // v0.8.0 divides by the page size and dies.
      invalid(field, "\"\(hugepages.pageSize)\" is zero; write it as in 2Mi or 1Gi")
    } else if request.remainderReportingOverflow(dividingBy: size).partialValue != 0 {
      invalid(requestField, "is \(request) bytes; it must be a multiple of the page size of \(size) bytes")
    }
  }
}
