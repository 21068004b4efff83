import Glibc

/// The process's own figures under the names that Prometheus clients use, read from Linux' `/proc/self`.
public enum ProcessMetrics {
  public static func write(to text: inout PrometheusText) {
    var usage = rusage()
    if getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 {
      let seconds = [usage.ru_utime, usage.ru_stime].reduce(0.0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
      text.family("process_cpu_seconds_total", .counter, "User and system CPU time spent in seconds.")
      text.sample("process_cpu_seconds_total", [], seconds)
    }
    if let bytes = residentBytes {
      text.family("process_resident_memory_bytes", .gauge, "Resident memory size in bytes.")
      text.sample("process_resident_memory_bytes", [], bytes)
    }
    if let count = openDescriptors() {
      text.family("process_open_fds", .gauge, "Number of open file descriptors.")
      text.sample("process_open_fds", [], count)
    }
  }

  /// Bytes of this process that are in memory; nil where `/proc` does not say.
  public static var residentBytes: Int? { residentPages().map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } }

  /// The second number of `/proc/self/statm` (proc(5)).
  private static func residentPages() -> Int? {
    guard let file = fopen("/proc/self/statm", "re") else { return nil }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = fread(&buffer, 1, buffer.count, file)
    let fields = String(decoding: buffer[..<count], as: UTF8.self).split(separator: " ")
    return fields.count > 1 ? Int(fields[1]) : nil
  }

  private static func openDescriptors() -> Int? {
    guard let directory = opendir("/proc/self/fd") else { return nil }
    defer { closedir(directory) }
    var count = 0
    while readdir(directory) != nil { count += 1 }
    // Not counted: ".", ".." and the descriptor of this very directory.
    return max(0, count - 3)
  }
}
