/// Writes metrics in Prometheus' text exposition format, version 0.0.4.
public struct PrometheusText: Sendable {
  public enum Kind: String { case counter, gauge, histogram }

  public private(set) var text = ""

  public init() {}

  public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  /// Begins a family of samples that share a name.
  public mutating func family(_ name: String, _ kind: Kind, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
  }

  public mutating func sample(_ name: String, _ labels: [(String, String)] = [], _ value: some CustomStringConvertible)
  {
    text += name
    if !labels.isEmpty {
      text += "{" + labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",") + "}"
    }
    text += " \(value)\n"
  }

  /// One histogram: its buckets cumulated, its sum in seconds and its count.
  public mutating func histogram(_ name: String, _ labels: [(String, String)], _ histogram: Histogram) {
    self.histogram(
      name, labels, bounds: Histogram.bounds, counts: histogram.counts, count: histogram.count, sum: histogram.sum)
  }

  /// One histogram over buckets of its own.
  ///
  /// - Parameter counts: one for each bound, of what is above the bound before; what follows them is above all bounds.
  public mutating func histogram(
    _ name: String, _ labels: [(String, String)], bounds: [Double], counts: [UInt64], count: UInt64, sum: Double
  ) {
    var cumulated: UInt64 = 0
    for (bound, count) in zip(bounds, counts) {
      cumulated += count
      sample(name + "_bucket", labels + [("le", "\(bound)")], cumulated)
    }
    sample(name + "_bucket", labels + [("le", "+Inf")], count)
    sample(name + "_sum", labels, sum)
    sample(name + "_count", labels, count)
  }

  /// Backslash, double quote and line feed are escaped in label values.
  private static func escaped(_ value: String) -> String {
    var result = ""
    // By scalars: a line feed behind a carriage return would be one character with it.
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// A distribution of durations over fixed buckets.
public struct Histogram: Sendable {
  /// Upper bounds of the buckets in seconds: admission takes microseconds, a look-up in the cluster milliseconds.
  public static let bounds: [Double] = [
    0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.005, 0.025, 0.1, 0.5, 1, 5, 10,
  ]

  public private(set) var counts = [UInt64](repeating: 0, count: bounds.count)
  public private(set) var count: UInt64 = 0
  public private(set) var sum: Double = 0

  public init() {}

  public mutating func observe(_ seconds: Double) {
    count += 1
    sum += seconds
    if let bucket = Self.bounds.firstIndex(where: { seconds <= $0 }) { counts[bucket] += 1 }
  }
}
