/// A span of time in Go's notation, such as `1m30s`, as Kubernetes writes `metav1.Duration`.
///
/// Range: ±2^63 − 1 nanoseconds, about 292 years.
public struct GoDuration: Sendable, Hashable, Comparable {
  public var nanoseconds: Int64

  public init() { self.init(nanoseconds: 0) }

  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  public var duration: Duration { .nanoseconds(nanoseconds) }

  public static func < (left: GoDuration, right: GoDuration) -> Bool { left.nanoseconds < right.nanoseconds }

  private static let units: [(name: String, nanoseconds: Int64)] = [
    ("ns", 1), ("us", 1000), ("µs", 1000), ("μs", 1000), ("ms", 1_000_000), ("s", 1_000_000_000),
    ("m", 60_000_000_000), ("h", 3_600_000_000_000),
  ]

  /// Reads a sign and a sequence of decimal numbers with units (`ns us µs ms s m h`), or `0`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    guard !rest.isEmpty else { return nil }
    var total: Int64 = 0
    if rest != "0" {
      while !rest.isEmpty {
        guard let part = Self.takePart(&rest) else { return nil }
        let (sum, overflow) = total.addingReportingOverflow(part)
        if overflow { return nil }
        total = sum
      }
    }
    nanoseconds = isNegative ? -total : total
  }

  private static func takePart(_ rest: inout Substring) -> Int64? {
    let integer = takeDigits(&rest)
    var fraction: Substring = ""
    if rest.first == "." {
      rest.removeFirst()
      fraction = takeDigits(&rest)
    }
    let name = rest.prefix { $0 != "." && !$0.isASCIIDigit }
    rest = rest[name.endIndex...]
    guard !integer.isEmpty || !fraction.isEmpty, let whole = integer.isEmpty ? 0 : Int64(integer),
      let unit = units.first(where: { $0.name == name })?.nanoseconds
    else { return nil }
    let (product, overflow) = whole.multipliedReportingOverflow(by: unit)
    // Digits past the eighteenth are finer than a nanosecond of any unit.
    let digits = fraction.prefix(18)
    var part: Int128 = 0
    if let number = Int64(digits) {
      var scale: Int128 = 1
      for _ in digits { scale *= 10 }
      part = Int128(number) * Int128(unit) / scale
    }
    let (sum, carry) = product.addingReportingOverflow(Int64(part))
    return overflow || carry ? nil : sum
  }

  private static func takeDigits(_ rest: inout Substring) -> Substring {
    let digits = rest.prefix(while: \.isASCIIDigit)
    rest = rest[digits.endIndex...]
    return digits
  }
}

extension GoDuration: CustomStringConvertible {
  /// As Go prints it: `1h2m0s`, `1.5s`, `300ms`, `0s`.
  public var description: String {
    let magnitude = nanoseconds.magnitude
    let sign = nanoseconds < 0 ? "-" : ""
    if magnitude < 1_000_000_000 {
      guard magnitude > 0 else { return "0s" }
      let (unit, name): (UInt64, String) =
        magnitude < 1000 ? (1, "ns") : magnitude < 1_000_000 ? (1000, "µs") : (1_000_000, "ms")
      return sign + Self.decimal(magnitude, unit: unit) + name
    }
    let minutes = magnitude / 60_000_000_000
    var text = Self.decimal(magnitude % 60_000_000_000, unit: 1_000_000_000) + "s"
    if minutes > 0 { text = "\(minutes % 60)m" + text }
    if minutes >= 60 { text = "\(minutes / 60)h" + text }
    return sign + text
  }

  /// `number` ÷ `unit` (a power of ten) without trailing zeros.
  private static func decimal(_ number: UInt64, unit: UInt64) -> String {
    var fraction = number % unit
    guard fraction > 0 else { return "\(number / unit)" }
    var scale = unit
    while fraction % 10 == 0 {
      fraction /= 10
      scale /= 10
    }
    // The 1 in front keeps the leading zeros of the fraction.
    return "\(number / unit)." + "\(fraction + scale)".dropFirst()
  }
}

extension Character {
  /// Characters with marks on a digit lie between digits, too.
  var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
