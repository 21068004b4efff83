import CLinux
import Synchronization

/// A server's certificates: the context for new connections, remade when a file changes.
final class ServerTLS: Sendable {
  private struct State {
    var context: TLSContext
    var configuration: TLSServerConfiguration
    var loaded: [UInt64]
    /// Counts replacements, so that a reload which began before one does not undo it.
    var replacements = 0
    /// A change that could not be used yet.
    var failing: [UInt64]?
    var hasReported = false
  }

  private let state: Mutex<State>

  init(_ configuration: TLSServerConfiguration) throws(TransportError) {
    // The fingerprint first: a change while we read is then seen as a change afterwards.
    let fingerprint = Self.fingerprint(configuration)
    let context = try Self.load(configuration)
    state = Mutex(State(context: context, configuration: configuration, loaded: fingerprint))
  }

  var current: TLSContext { state.withLock { $0.context } }

  /// What changing files look like; empty when everything was given as bytes.
  private static func fingerprint(_ configuration: TLSServerConfiguration) -> [UInt64] {
    [configuration.identity.certificate, configuration.identity.key, configuration.clientAuthorities]
      .compactMap { $0?.path }.map { clinux_file_fingerprint($0) }
  }

  private static func load(_ configuration: TLSServerConfiguration) throws(TransportError) -> TLSContext {
    try TLSContext.server(
      certificatePEM: try configuration.identity.certificate.load(), keyPEM: try configuration.identity.key.load(),
      clientAuthoritiesPEM: try configuration.clientAuthorities?.load())
  }

  /// Looks whether files have changed and takes them if they fit together. A pair that does not (half-written, or one
  /// file renamed before the other) is tried again at the next call, and reported if it still does not fit then.
  func poll(_ metrics: MetricCounters) {
    let (configuration, loaded, failing, replacements) = state.withLock {
      ($0.configuration, $0.loaded, $0.failing, $0.replacements)
    }
    let fingerprint = Self.fingerprint(configuration)
    if fingerprint == loaded { return }
    do throws(TransportError) {
      let context = try Self.load(configuration)
      // Changed again while being read: the next call looks at it.
      guard Self.fingerprint(configuration) == fingerprint else { return }
      let isTaken = state.withLock { state in
        guard state.replacements == replacements else { return false }
        state.context = context
        state.loaded = fingerprint
        state.failing = nil
        state.hasReported = false
        return true
      }
      guard isTaken else { return }
      metrics.add(.reloads, 1)
      configuration.onReload(nil)
    } catch {
      let mustReport = state.withLock { state in
        if failing != fingerprint {
          state.failing = fingerprint
          state.hasReported = false
          return false
        }
        defer { state.hasReported = true }
        return !state.hasReported
      }
      if mustReport {
        metrics.add(.reloadFailures, 1)
        configuration.onReload(error)
      }
    }
  }

  /// Uses other authorities for the certificates of clients that connect from now on.
  func replaceClientAuthorities(_ source: PEMSource?) throws(TransportError) {
    var configuration = state.withLock { $0.configuration }
    configuration.clientAuthorities = source
    let fingerprint = Self.fingerprint(configuration)
    let context = try Self.load(configuration)
    state.withLock {
      $0.configuration = configuration
      $0.context = context
      $0.loaded = fingerprint
      $0.replacements += 1
    }
  }
}
