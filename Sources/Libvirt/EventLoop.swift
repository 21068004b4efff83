import CLibvirt
import Glibc

/// libvirt's own event loop on a thread of its own: it carries keep-alives and events of every connection of the
/// process. libvirt knows one for the process, so there is one here; it runs until the process ends.
enum EventLoop {
  /// Starts it at the first use, before any connection is made; whether it runs.
  static let isRunning: Bool = {
    guard virInitialize() == 0, virEventRegisterDefaultImpl() == 0 else { return false }
    // Errors are returned to the caller, and not printed besides.
    virSetErrorFunc(nil) { _, _ in }
    var thread = pthread_t()
    guard pthread_create(&thread, nil, body, nil) == 0 else { return false }
    pthread_detach(thread)
    return true
  }()

  private static let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { _ in
    while true {
      // A failed round is a failed poll(2); the next one must not follow at once for ever.
      if virEventRunDefaultImpl() < 0 { usleep(10_000) }
    }
  }
}
