import Kube
import VirtTypes

/// What a legacy launcher needs beside the guest's memory, by v0.8.0's formula.
enum LegacyMemoryOverhead {
  private static let mebibyte: Int64 = 1 << 20
  /// libvirt, the launcher itself and their scripts.
  private static let processes: Int64 = 64_000_000
  private static let perCore = 8 * mebibyte
  private static let ioThread = 8 * mebibyte
  private static let graphics = 16 * mebibyte
  /// Eight bytes of page table for a page of four kibibytes.
  private static let bytesPerPageTableByte: Int64 = 512

  static func amount(for domain: V1alpha2.DomainSpec) -> Quantity {
    // Whole thousands of bytes of the request; the amount of memory that the guest sees does not count.
    let guest = Quantity(domain.resources.requests?["memory"]?.scaledValue(exponent: 3) ?? 0, scale: 3).value
    // A CPU section without a number of cores counts as no core at all.
    let cores = domain.cpu.map { Int64($0.cores) } ?? 1
    var bytes = guest / bytesPerPageTableByte + processes + cores * perCore + ioThread
    if domain.devices.autoattachGraphicsDevice != false { bytes += graphics }
    return Quantity(bytes)
  }
}
