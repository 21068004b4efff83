import Glibc

/// A moment, in nanoseconds since 1970 UTC, read and printed as RFC 3339.
public struct Timestamp: Sendable, Hashable, Comparable {
  /// Whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public var seconds: Int64
  /// 0...999_999_999, counted upwards from `seconds`.
  public var nanoseconds: Int32

  /// The beginning of 1970.
  public init() { self.init(seconds: 0) }

  public init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// The present moment.
  public static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(seconds: Int64(time.tv_sec), nanoseconds: Int32(truncatingIfNeeded: time.tv_nsec))
  }

  /// Reads RFC 3339 with any offset and up to nine digits of fraction (further ones are dropped); nil for any other
  /// text.
  public init?(_ text: some StringProtocol) {
    var parser = RFC3339Parser(text.utf8)
    guard let (seconds, nanoseconds) = parser.parse() else { return nil }
    self.init(seconds: seconds, nanoseconds: nanoseconds)
  }

  /// Whole seconds in UTC, as Kubernetes writes its `Time`: `2026-11-24T11:48:54Z`.
  public var text: String { civilText + "Z" }

  /// Six digits of fraction, as Kubernetes writes its `MicroTime`: `2026-11-24T11:48:54.000000Z`.
  public var microsecondText: String {
    civilText + "." + padded(Int64(nanoseconds / 1000), 6) + "Z"
  }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  /// Ends at the last and the first moment that can be told.
  public static func + (moment: Timestamp, duration: Duration) -> Timestamp {
    let (wholeSeconds, attoseconds) = duration.components
    let (sum, isOver) = moment.seconds.addingReportingOverflow(wholeSeconds)
    guard !isOver else { return Timestamp(seconds: wholeSeconds < 0 ? .min : .max) }
    var seconds = sum
    var nanoseconds = Int64(moment.nanoseconds) + attoseconds / 1_000_000_000
    if nanoseconds < 0 {
      nanoseconds += 1_000_000_000
      seconds &-= 1
    } else if nanoseconds >= 1_000_000_000 {
      nanoseconds -= 1_000_000_000
      seconds &+= 1
    }
    return Timestamp(seconds: seconds, nanoseconds: Int32(nanoseconds))
  }

  public static func - (later: Timestamp, earlier: Timestamp) -> Duration {
    .seconds(later.seconds &- earlier.seconds)
      + .nanoseconds(Int64(later.nanoseconds) - Int64(earlier.nanoseconds))
  }

  private var civilText: String {
    let days = floorDivide(seconds, 86_400)
    let second = (seconds % 86_400 + 86_400) % 86_400
    let date = CivilDate(daysSince1970: days)
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2) + "T"
      + padded(second / 3600, 2) + ":" + padded(second / 60 % 60, 2) + ":" + padded(second % 60, 2)
  }
}

extension Timestamp: CustomStringConvertible {
  public var description: String { text }
}

/// A moment that is written with microseconds, as a lease's renew time is.
public struct MicroTimestamp: Sendable, Hashable, Comparable {
  public var timestamp: Timestamp

  public init() { self.init(Timestamp()) }

  public init(_ timestamp: Timestamp) { self.timestamp = timestamp }

  public static func < (left: MicroTimestamp, right: MicroTimestamp) -> Bool { left.timestamp < right.timestamp }
}

private func padded(_ number: Int64, _ width: Int) -> String {
  let text = "\(number.magnitude)"
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

private func floorDivide(_ number: Int64, _ divisor: Int64) -> Int64 {
  let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
  return remainder < 0 ? quotient - 1 : quotient
}

/// A day of the proleptic Gregorian calendar.
private struct CivilDate {
  var year: Int64
  var month: Int64
  var day: Int64

  init(year: Int64, month: Int64, day: Int64) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Years are counted from March, so that the leap day comes last and months have a closed form.
  init(daysSince1970 days: Int64) {
    let shifted = days + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var daysSince1970: Int64 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = floorDivide(marchYear, 400)
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  var isValid: Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[Int(month) - 1]
  }
}

private struct RFC3339Parser {
  private var bytes: [UInt8]
  private var position = 0

  init(_ text: some Sequence<UInt8>) { bytes = Array(text) }

  mutating func parse() -> (seconds: Int64, nanoseconds: Int32)? {
    guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2), take("T"),
      let hour = number(2), take(":"), let minute = number(2), take(":"), let second = number(2)
    else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    guard date.isValid, hour < 24, minute < 60, second < 60, let nanoseconds = fraction(), let offset = zone(),
      position == bytes.count
    else { return nil }
    return (date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset, nanoseconds)
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func digit() -> Int64? {
    guard position < bytes.count, (0x30...0x39).contains(bytes[position]) else { return nil }
    position += 1
    return Int64(bytes[position - 1] - 0x30)
  }

  private mutating func number(_ width: Int) -> Int64? {
    var value: Int64 = 0
    for _ in 0..<width {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  private mutating func fraction() -> Int32? {
    guard take(".") else { return 0 }
    var value: Int32 = 0
    var count = 0
    while let digit = digit() {
      if count < 9 { value = value * 10 + Int32(digit) }
      count += 1
    }
    guard count > 0 else { return nil }
    for _ in 0..<max(0, 9 - count) { value *= 10 }
    return value
  }

  private mutating func zone() -> Int64? {
    if take("Z") { return 0 }
    let sign: Int64
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hours = number(2), take(":"), let minutes = number(2), hours < 24, minutes < 60 else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}
