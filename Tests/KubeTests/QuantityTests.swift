import Kube
import TestSupport
import Testing

struct QuantityTests {
  @Test(arguments: [
    ("0", "0"), ("1", "1"), ("64M", "64M"), ("1024Mi", "1Gi"), ("0.5", "500m"), ("1500m", "1500m"), ("1e3", "1e3"),
    ("1000", "1k"), ("1.5", "1500m"), ("1.5Gi", "1536Mi"), ("8192Ki", "8Mi"), ("100", "100"), ("1000k", "1M"),
    ("64000k", "64M"), ("64e6", "64e6"), ("1e4", "10e3"), ("1E3", "1E3"), ("1e-3", "1e-3"), ("0.001", "1m"),
    ("-1", "-1"),
    ("+1", "+1"), ("-1000", "-1k"), ("Mi", "0"), (".", "0"), ("-", "0"), ("e3", "0"), ("1.", "1."), ("12345", "12345"),
    ("0.1n", "1n"), ("1.00000000001", "1000000001n"), ("-0.1n", "-1n"), ("0.5Ki", "512"), ("0.5Mi", "512Ki"),
    ("1Ki", "1Ki"), ("7", "7"), ("1023", "1023"), ("9Ei", "\(Int64.max)"), ("100Ei", "\(Int64.max)"),
    ("9223372036854775807", "9223372036854775807"), ("10000000000000000000", "10E"), ("1000E", "1e21"),
    ("1000e18", "1e21"),
    ("0.0001Ki", "102400u"), ("1.1Ki", "1126400m"), (" 64M\n", "64M"), ("1024", "1024"), ("2048Ki", "2Mi"),
    ("1e40", "10e39"),
    ("000", "0"), ("007", "007"), ("3000m", "3"), ("3.000", "3"), ("0Mi", "0"), ("-1024Mi", "-1Gi"),
    ("0.3Ki", "307200m"),
  ])
  func hasItsCanonicalText(text: String, canonical: String) throws {
    let quantity = try Quantity(text)
    #expect(quantity.canonicalText == canonical)
    #expect(quantity.text == text.filter { !" \n".contains($0) })
  }

  @Test(arguments: [
    ("", Quantity.ParseError.malformed), ("   ", .malformed), ("1 Gi", .malformed), ("1..5", .malformed),
    ("1,5", .malformed),
    ("--1", .suffix), ("x", .malformed), ("1Gib", .malformed), ("1kk", .suffix), ("1K", .suffix), ("1g", .malformed),
    ("1e", .suffix), ("1e+", .suffix), ("1ki", .suffix), ("1MiMi", .suffix), ("1Mi3", .suffix), ("1e1.5", .malformed),
    ("1e99999999999", .suffix), ("e-12", .number), ("1E1E1", .malformed), ("٣", .malformed),
  ])
  func refusesWhatIsNoQuantity(text: String, error: Quantity.ParseError) {
    #expect(throws: error) { try Quantity(text) }
  }

  @Test(arguments: [
    ("1", 1, 1000), ("0.5", 1, 500), ("-0.5", -1, -500), ("1.1Gi", 1_181_116_007, 1_181_116_006_400), ("1n", 1, 1),
    ("1e40", .max, .max), ("-1e40", .min, .min), ("100Ei", .max, .max), ("9Pi", 10_133_099_161_583_616, .max),
    ("99999999999999999999", .max, .max), ("1e-9", 1, 1), ("1e2000000000", .max, .max),
  ])
  func roundsAwayFromZero(text: String, value: Int64, milliValue: Int64) throws {
    let quantity = try Quantity(text)
    #expect(quantity.value == value)
    #expect(quantity.milliValue == milliValue)
    #expect(quantity.scaledValue(exponent: 0) == value)
  }

  @Test func countsAnOverflowOfAShortNumberAsZeroWhereTheOriginalDoes() throws {
    #expect(try Quantity("1e40").valueZeroOnOverflow == 0)
    #expect(try Quantity("-1e40").valueZeroOnOverflow == 0)
    #expect(try Quantity("1e18").valueZeroOnOverflow == 1_000_000_000_000_000_000)
    #expect(try Quantity("99999999999999999999").valueZeroOnOverflow == 7_766_279_631_452_241_919)
    #expect(try Quantity("18446744073709551616").valueZeroOnOverflow == 0)
    #expect(try Quantity("100Ei").valueZeroOnOverflow == .max)
    #expect(try Quantity("1.5").valueZeroOnOverflow == 2)
    #expect(try Quantity("10P").milliValueZeroOnOverflow == 0)
  }

  @Test func isTheSameOnlyWhenRepresentedTheSame() throws {
    func same(_ a: String, _ b: String) throws -> Bool { try Quantity(a).isIdentical(to: Quantity(b)) }
    #expect(try same("64M", "64M"))
    #expect(try !same("64M", "64000k"))
    #expect(try !same("64M", "64e6"))
    #expect(try !same("1Gi", "1024Mi"))
    #expect(try same("1024Mi", "1024Mi"))
    // 64000k is written again as 64M, which then differs from what was read.
    #expect(try !same("64000k", Quantity("64000k").canonicalText))
    // 8Mi and 8192Ki keep no text, and hold the same number.
    #expect(try same("8Mi", "8192Ki"))
    #expect(try !same("7Mi", "7168Ki"))
    #expect(try !same("0.5Mi", "0.5Mi"))
    #expect(try Quantity("0.5Mi") == Quantity("0.5Mi"))
    #expect(try !same("1234567890123456789", "1234567890123456789"))
    #expect(try Quantity("1Gi").isEqual(to: Quantity("1024Mi")))
    #expect(try Quantity("0.5Mi").isEqual(to: Quantity("524288")))
  }

  @Test func makesBytesInBinarySuffixes() {
    #expect(Quantity(bytes: 8_388_608).canonicalText == "8Mi")
    #expect(Quantity(bytes: 1000).canonicalText == "1k")
    #expect(Quantity(bytes: 1025).canonicalText == "1025")
    #expect(Quantity(bytes: 0).canonicalText == "0")
    #expect(Quantity(2, scale: -3).canonicalText == "2m")
  }

  @Test func calculatesExactly() throws {
    #expect(try (Quantity("1Gi") + Quantity("512Mi")).canonicalText == "1536Mi")
    #expect(try (Quantity("1") + Quantity("1m")).canonicalText == "1001m")
    #expect(try (Quantity("0") + Quantity("1Gi")).canonicalText == "1Gi")
    #expect(try (Quantity("1Gi") - Quantity("1")).canonicalText == "1073741823")
    #expect(try (Quantity("1") - Quantity("1")).isZero)
    #expect(try (Quantity("3") * -4).canonicalText == "-12")
    #expect(try (Quantity("9223372036854775807") + Quantity("1")).canonicalText == "9223372036854775808")
    #expect(try (Quantity("9223372036854775807") * 10).canonicalText == "92233720368547758070")
    #expect(try (Quantity("1e2000000000") + Quantity("1")).isEqual(to: Quantity("1e2000000000")))
    #expect(try Quantity("-5").sign == -1)
  }

  // MARK: Properties

  @Test func readsBackItsCanonicalText() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<5000 {
      let text = Self.randomText(using: &random)
      let quantity = try Quantity(text)
      let canonical = quantity.canonicalText
      let again = try Quantity(canonical)
      #expect(again.isEqual(to: quantity), "\(text) → \(canonical)")
      #expect(again.canonicalText == canonical, "\(text) → \(canonical)")
    }
  }

  @Test func ordersAsExactRationalNumbersDo() throws {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<5000 {
      let (left, right) = (Self.randomText(using: &random), Self.randomText(using: &random))
      let expected = Self.nanos(left) < Self.nanos(right) ? -1 : Self.nanos(left) == Self.nanos(right) ? 0 : 1
      let (a, b) = (try Quantity(left), try Quantity(right))
      #expect(a.compare(to: b) == expected, "\(left) against \(right)")
      #expect(b.compare(to: a) == -expected, "\(right) against \(left)")
      #expect((a + b).compare(to: a) == b.sign)
      #expect(((a + b) - b).isEqual(to: a))
    }
  }

  /// At most nine digits, so that the amount in 10^−9 fits 128 bits even with `Ei`.
  private static func randomText(using random: inout SeededGenerator) -> String {
    let suffixes = ["", "n", "u", "m", "k", "M", "G", "T", "Ki", "Mi", "Gi", "Ti", "e3", "e-2", "E7", "e0"]
    var digits = String(Int.random(in: 0...99_999, using: &random))
    if Bool.random(using: &random) { digits += "." + String(Int.random(in: 0...9999, using: &random)) }
    if Int.random(in: 0...9, using: &random) == 0 { digits = "00" + digits }
    let sign = ["", "", "-", "+"].randomElement(using: &random) ?? ""
    return sign + digits + (suffixes.randomElement(using: &random) ?? "")
  }

  /// The amount in units of 10^−9, rounded away from zero, in 128-bit arithmetic.
  private static func nanos(_ text: String) -> Int128 {
    var rest = text[...]
    let isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
    let number = rest.prefix { "0123456789.".contains($0) }
    let suffix = String(rest[number.endIndex...])
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : ""
    var numerator = Int128(String(parts[0]) + fraction) ?? 0
    var powerOfTen = 9 - fraction.count
    switch suffix {
    case "n": powerOfTen -= 9
    case "u": powerOfTen -= 6
    case "m": powerOfTen -= 3
    case "k": powerOfTen += 3
    case "M": powerOfTen += 6
    case "G": powerOfTen += 9
    case "T": powerOfTen += 12
    case "Ki": numerator <<= 10
    case "Mi": numerator <<= 20
    case "Gi": numerator <<= 30
    case "Ti": numerator <<= 40
    default: powerOfTen += Int(suffix.dropFirst()) ?? 0
    }
    while powerOfTen > 0 {
      numerator *= 10
      powerOfTen -= 1
    }
    var divisor: Int128 = 1
    while powerOfTen < 0 {
      divisor *= 10
      powerOfTen += 1
    }
    let rounded = numerator / divisor + (numerator % divisor > 0 ? 1 : 0)
    return isNegative ? -rounded : rounded
  }
}
