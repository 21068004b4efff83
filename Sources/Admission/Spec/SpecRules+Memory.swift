import Kube
import VirtTypes

/// Memory: what is requested, what the guest sees, and pages.
extension SpecRules {
  /// Less than this can't hold a guest.
  private static let leastMemoryRequest = Quantity(1_000_000)

  mutating func checkMemory(_ spec: V1.VirtualMachineInstanceSpec) {
    let request = spec.domain.resources.requests?["memory"]
    let limit = spec.domain.resources.limits?["memory"]
    checkMemoryRequest(request, limit: limit)
    if let limit, limit.valueZeroOnOverflow < 0 {
      invalid(path.domain("resources.limits.memory"), "is \(limit.text), must not be negative")
    }
    guard let memory = spec.domain.memory else { return }
    if let pages = memory.hugepages {
      let amounts = [request, memory.guest, limit].compactMap(\.self)
      checkHugepages(pages.pageSize, memory: amounts.first { $0.valueZeroOnOverflow != 0 } ?? amounts.last)
    }
    if configuration.rolloutStrategy != .liveUpdate, let guest = memory.guest, let limit,
      limit.valueZeroOnOverflow != 0, limit.valueZeroOnOverflow < guest.valueZeroOnOverflow
    {
      invalid(path.domain("memory.guest"), "is \(guest.text), must not exceed the memory limit \(limit.text)")
    }
  }

  mutating func checkReservedOverhead(_ spec: V1.VirtualMachineInstanceSpec) {
    if spec.domain.memory?.reservedOverhead != nil, !configuration.allows(.reservedOverheadMemlock) {
      invalid(path.domain("memory.reservedOverhead"), needs(.reservedOverheadMemlock))
    }
  }

  private mutating func checkMemoryRequest(_ request: Quantity?, limit: Quantity?) {
    guard let request else { return }
    let amount = request.valueZeroOnOverflow
    if amount < 0 {
      invalid(path.domain("resources.requests.memory"), "is \(request.text), must not be negative")
    } else if amount > 0, request.isLess(than: Self.leastMemoryRequest) {
      invalid(path.domain("resources.requests.memory"), "is \(request.text), must be at least 1M")
    }
    if let limit, limit.valueZeroOnOverflow > 0, limit.valueZeroOnOverflow < amount {
      invalid(
        path.domain("resources.requests.memory"),
        "is \(request.text), must not exceed the memory limit \(limit.text)")
    }
  }

  private mutating func checkHugepages(_ text: String, memory: Quantity?) {
    guard let size = try? Quantity(exactly: text) else {
      invalid(path.domain("memory.hugepages.pageSize"), "is \"\(text)\", must be a quantity such as 2Mi or 1Gi")
      return
    }
    let page = size.valueZeroOnOverflow
    guard page != 0 else {
      invalid(path.domain("memory.hugepages.pageSize"), "is \(text), must not be zero")
      return
    }
    guard let memory else {
      required(path.domain("memory.guest"), "or a memory request must say how much of the huge pages the guest has")
      return
    }
    let amount = memory.valueZeroOnOverflow
    if amount != 0, amount < page {
      invalid(
        path.domain("resources.requests.memory"),
        "and the guest's memory are \(memory.text), must be at least the page size \(text)")
    } else if amount.remainderReportingOverflow(dividingBy: page).partialValue != 0 {
      invalid(
        path.domain("resources.requests.memory"),
        "and the guest's memory are \(memory.text), must be a multiple of the page size \(text)")
    }
  }

  /// A new instance says somehow how much memory it has. The cause names no field.
  mutating func checkMemoryIsGiven(_ spec: V1.VirtualMachineInstanceSpec) {
    if let request = spec.domain.resources.requests?["memory"], request.valueZeroOnOverflow != 0 { return }
    if let memory = spec.domain.memory, memory.guest != nil || memory.hugepages != nil { return }
    causes.append(
      .required(
        "",
        "\(path.domain("resources.requests.memory")), \(path.domain("memory.guest")) or "
          + "\(path.domain("memory.hugepages")) must say how much memory the guest has"))
  }

  func needs(_ gate: FeatureGate) -> String { "needs the feature gate \(gate.rawValue), which is not on" }
}
