import Glibc
import XML

/// Whether guests run on the processor or on QEMU's own translation of it (TCG).
public enum Emulation {
  /// KVM serves ordinary guests when its device opens and a module for the processor's own virtualization is loaded:
  /// the device alone may stand for one that boots only prepared guests.
  public static func isKVMUsable(device: String = "/dev/kvm", modules: String = "/sys/module") -> Bool {
    let descriptor = open(device, O_RDWR | O_CLOEXEC)
    if descriptor < 0 { return false }
    close(descriptor)
    return ["kvm_intel", "kvm_amd"].contains { access("\(modules)/\($0)", F_OK) == 0 }
  }

  /// The description for a guest without KVM: a processor taken over from the host does not exist there, and the
  /// largest that QEMU can translate stands in.
  static func adapted(_ domain: XMLElement) -> XMLElement {
    guard domain[attribute: "type"] == "qemu", let index = domain.children.firstIndex(where: { $0.name == "cpu" })
    else { return domain }
    var adapted = domain
    let mode = domain.children[index][attribute: "mode"]
    if mode == "host-model" || mode == "host-passthrough" {
      adapted.children[index][attribute: "mode"] = "maximum"
      adapted.children[index].children.removeAll { $0.name == "feature" || $0.name == "model" }
    }
    return adapted
  }
}
