import Synchronization

/// Counts of a server or client since its start, as of one moment.
public struct TransportMetrics: Sendable {
  public var connectionsAccepted = 0
  public var connectionsOpen = 0
  /// Connections by what they turned out to speak.
  public var http1Connections = 0
  public var http2Connections = 0
  public var upgrades = 0
  public var requestsHTTP1 = 0
  public var requestsHTTP2 = 0
  /// Requests whose handler has not finished yet.
  public var requestsInFlight = 0
  public var bytesReceived = 0
  public var bytesSent = 0
  public var tlsHandshakeFailures = 0
  public var protocolErrors = 0
  public var certificateReloads = 0
  public var certificateReloadFailures = 0
  /// How often each limit or deadline cut something off.
  public var limitsHit: [LimitKind: Int] = [:]
}

/// Counters that one reactor writes and any thread reads; plain loads and stores, because there is one writer.
final class MetricCounters: Sendable {
  enum Counter: Int, CaseIterable {
    case accepted, closed, http1Connections, http2Connections, upgrades, requestsHTTP1, requestsHTTP2, requestsFinished
    case bytesReceived, bytesSent, tlsHandshakeFailures, protocolErrors, reloads, reloadFailures
  }

  private let values: [Cell]
  private let limits: [Cell]

  private final class Cell: Sendable {
    let value = Atomic<Int>(0)
  }

  init() {
    values = Counter.allCases.map { _ in Cell() }
    limits = LimitKind.allCases.map { _ in Cell() }
    limitIndex = Dictionary(uniqueKeysWithValues: LimitKind.allCases.enumerated().map { ($1, $0) })
  }

  private let limitIndex: [LimitKind: Int]

  func add(_ counter: Counter, _ amount: Int) {
    let cell = values[counter.rawValue]
    cell.value.store(cell.value.load(ordering: .relaxed) &+ amount, ordering: .relaxed)
  }

  func countLimit(_ kind: LimitKind) {
    guard let index = limitIndex[kind] else { return }
    limits[index].value.wrappingAdd(1, ordering: .relaxed)
  }

  private func value(_ counter: Counter) -> Int { values[counter.rawValue].value.load(ordering: .relaxed) }

  func add(to sum: inout TransportMetrics) {
    sum.connectionsAccepted += value(.accepted)
    sum.connectionsOpen += value(.accepted) - value(.closed)
    sum.http1Connections += value(.http1Connections)
    sum.http2Connections += value(.http2Connections)
    sum.upgrades += value(.upgrades)
    sum.requestsHTTP1 += value(.requestsHTTP1)
    sum.requestsHTTP2 += value(.requestsHTTP2)
    sum.requestsInFlight += value(.requestsHTTP1) + value(.requestsHTTP2) - value(.requestsFinished)
    sum.bytesReceived += value(.bytesReceived)
    sum.bytesSent += value(.bytesSent)
    sum.tlsHandshakeFailures += value(.tlsHandshakeFailures)
    sum.protocolErrors += value(.protocolErrors)
    sum.certificateReloads += value(.reloads)
    sum.certificateReloadFailures += value(.reloadFailures)
    for (kind, index) in limitIndex {
      let count = limits[index].value.load(ordering: .relaxed)
      if count > 0 { sum.limitsHit[kind, default: 0] += count }
    }
  }
}
