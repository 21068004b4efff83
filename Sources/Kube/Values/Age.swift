extension Duration {
  /// The time in one or two units, as `kubectl get` shows ages: `45s`, `2m5s`, `5d3h`, `2y30d`. Less than minus one
  /// second is `<invalid>` (k8s.io/apimachinery util/duration).
  public var humanText: String {
    let seconds = components.seconds
    if seconds < -1 { return "<invalid>" }
    if seconds < 0 { return "0s" }
    let (minutes, hours) = (seconds / 60, seconds / 3600)
    let (days, years) = (hours / 24, hours / 24 / 365)
    if minutes < 2 { return "\(seconds)s" }
    if minutes < 10 { return Self.text(minutes, "m", seconds % 60, "s") }
    if hours < 3 { return "\(minutes)m" }
    if hours < 8 { return Self.text(hours, "h", minutes % 60, "m") }
    if hours < 48 { return "\(hours)h" }
    if days < 8 { return Self.text(days, "d", hours % 24, "h") }
    if years < 2 { return "\(days)d" }
    if years < 8 { return Self.text(years, "y", days % 365, "d") }
    return "\(years)y"
  }

  private static func text(_ large: Int64, _ largeUnit: String, _ small: Int64, _ smallUnit: String) -> String {
    small == 0 ? "\(large)\(largeUnit)" : "\(large)\(largeUnit)\(small)\(smallUnit)"
  }
}

extension Timestamp {
  /// How long ago this was, as `kubectl get` shows it.
  public func age(at now: Timestamp) -> String { (now - self).humanText }

  /// The age of what a time in an object says; `<unknown>` without one, `<invalid>` for what is no time.
  public static func age(of text: String?, at now: Timestamp) -> String {
    guard let text, !text.isEmpty else { return "<unknown>" }
    return Timestamp(text)?.age(at: now) ?? "<invalid>"
  }
}
