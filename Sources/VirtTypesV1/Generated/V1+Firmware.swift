// Made from openapi/v1/firmware.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// Tables of ACPI that the guest gets from volumes.
  public struct ACPI: Sendable {
    /// Name of a secret's volume that holds the MSDM table, by which Windows finds its licence key.
    public var msdmNameRef: String = ""
    /// Name of a secret's volume that holds the SLIC table, by which older Windows finds its licence.
    public var slicNameRef: String = ""

    public init() {}
  }
}

extension V1.ACPI: JSONStructure {
  public static let memberNames: [StaticString] = ["msdmNameRef", "slicNameRef"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("msdmNameRef", &msdmNameRef)
      case 1: reader.member("slicNameRef", &slicNameRef)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656d614e6d64736d:
      if key.equals("msdmNameRef") { return 0 }
    case 0x656d614e63696c73:
      if key.equals("slicNameRef") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("msdmNameRef", msdmNameRef)
    writer.memberUnlessEmpty("slicNameRef", slicNameRef)
    writer.endObject()
  }
}

extension V1 {
  /// Boots by the BIOS, the default.
  public struct BIOS: Sendable {
    /// True shows the BIOS on the serial console.
    public var useSerial: Bool?

    public init() {}
  }
}

extension V1.BIOS: JSONStructure {
  public static let memberNames: [StaticString] = ["useSerial"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("useSerial", &useSerial)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6169726553657375:
      if key.equals("useSerial") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("useSerial", useSerial)
    writer.endObject()
  }
}

extension V1 {
  /// Firmware that boots the guest; one member at most is set.
  public struct Bootloader: Sendable {
    /// Boots by the BIOS.
    public var bios: BIOS?
    /// Boots by UEFI.
    public var efi: EFI?

    public init() {}
  }
}

extension V1.Bootloader: JSONStructure {
  public static let memberNames: [StaticString] = ["bios", "efi"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("bios", &bios)
      case 1: reader.member("efi", &efi)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x736f6962:
      if key.count == 4 { return 0 }  // bios
    case 0x696665:
      if key.count == 3 { return 1 }  // efi
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("bios", bios)
    writer.memberUnlessEmpty("efi", efi)
    writer.endObject()
  }
}

extension V1 {
  /// What the guest reads in its system information about the chassis.
  public struct Chassis: Sendable {
    /// Asset tag.
    public var asset: String = ""
    /// Manufacturer.
    public var manufacturer: String = ""
    /// Serial number.
    public var serial: String = ""
    /// Stock keeping unit.
    public var sku: String = ""
    /// Version.
    public var version: String = ""

    public init() {}
  }
}

extension V1.Chassis: JSONStructure {
  public static let memberNames: [StaticString] = ["asset", "manufacturer", "serial", "sku", "version"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("asset", &asset)
      case 1: reader.member("manufacturer", &manufacturer)
      case 2: reader.member("serial", &serial)
      case 3: reader.member("sku", &sku)
      case 4: reader.member("version", &version)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7465737361:
      if key.count == 5 { return 0 }  // asset
    case 0x74636166756e616d:
      if key.equals("manufacturer") { return 1 }
    case 0x6c6169726573:
      if key.count == 6 { return 2 }  // serial
    case 0x756b73:
      if key.count == 3 { return 3 }  // sku
    case 0x6e6f6973726576:
      if key.count == 7 { return 4 }  // version
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("asset", asset)
    writer.memberUnlessEmpty("manufacturer", manufacturer)
    writer.memberUnlessEmpty("serial", serial)
    writer.memberUnlessEmpty("sku", sku)
    writer.memberUnlessEmpty("version", version)
    writer.endObject()
  }
}

extension V1 {
  /// Boots by UEFI.
  public struct EFI: Sendable {
    /// True keeps the firmware's variables over restarts, in a claim.
    public var persistent: Bool?
    /// Whether only signed loaders boot, which demands `features.smm`; true when absent.
    public var secureBoot: Bool?

    public init() {}
  }
}

extension V1.EFI: JSONStructure {
  public static let memberNames: [StaticString] = ["persistent", "secureBoot"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("persistent", &persistent)
      case 1: reader.member("secureBoot", &secureBoot)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6574736973726570:
      if key.equals("persistent") { return 0 }
    case 0x6f42657275636573:
      if key.equals("secureBoot") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("persistent", persistent)
    writer.memberUnlessEmpty("secureBoot", secureBoot)
    writer.endObject()
  }
}

extension V1 {
  /// Firmware of the guest and what it reads there.
  public struct Firmware: Sendable {
    /// Tables of ACPI that the guest gets from volumes.
    public var acpi: ACPI?
    /// Firmware that boots the guest: BIOS or UEFI.
    @Boxed public var bootloader: Bootloader?
    /// Boots a kernel directly, without a boot loader in the guest.
    public var kernelBoot: KernelBoot?
    /// Serial number of the system.
    public var serial: String = ""
    /// UUID of the system; made up when empty.
    public var uuid: String = ""

    public init() {}
  }
}

extension V1.Firmware: JSONStructure {
  public static let memberNames: [StaticString] = ["acpi", "bootloader", "kernelBoot", "serial", "uuid"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("acpi", &acpi)
      case 1: reader.member("bootloader", &bootloader)
      case 2: reader.member("kernelBoot", &kernelBoot)
      case 3: reader.member("serial", &serial)
      case 4: reader.member("uuid", &uuid)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x69706361:
      if key.count == 4 { return 0 }  // acpi
    case 0x64616f6c746f6f62:
      if key.equals("bootloader") { return 1 }
    case 0x6f426c656e72656b:
      if key.equals("kernelBoot") { return 2 }
    case 0x6c6169726573:
      if key.count == 6 { return 3 }  // serial
    case 0x64697575:
      if key.count == 4 { return 4 }  // uuid
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("acpi", acpi)
    writer.memberUnlessEmpty("bootloader", bootloader)
    writer.memberUnlessEmpty("kernelBoot", kernelBoot)
    writer.memberUnlessEmpty("serial", serial)
    writer.memberUnlessEmpty("uuid", uuid)
    writer.endObject()
  }
}

extension V1 {
  /// Boots a kernel directly.
  public struct KernelBoot: Sendable {
    /// Image that holds the kernel.
    @Boxed public var container: KernelBootContainer?
    /// Command line of the kernel.
    public var kernelArgs: String = ""

    public init() {}
  }
}

extension V1.KernelBoot: JSONStructure {
  public static let memberNames: [StaticString] = ["container", "kernelArgs"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("container", &container)
      case 1: reader.member("kernelArgs", &kernelArgs)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x656e6961746e6f63:
      if key.equals("container") { return 0 }
    case 0x72416c656e72656b:
      if key.equals("kernelArgs") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("container", container)
    writer.memberUnlessEmpty("kernelArgs", kernelArgs)
    writer.endObject()
  }
}

extension V1 {
  /// Image that holds a kernel and initial RAM disk.
  public struct KernelBootContainer: Sendable {
    /// Name of the image.
    public var image: String = ""
    /// When the image is fetched: Always, IfNotPresent or Never.
    public var imagePullPolicy: String = ""
    /// Name of the secret with the registry's credentials.
    public var imagePullSecret: String = ""
    /// Path of the initial RAM disk in the image.
    public var initrdPath: String = ""
    /// Path of the kernel in the image.
    public var kernelPath: String = ""

    public init() {}
  }
}

extension V1.KernelBootContainer: JSONStructure {
  public static let memberNames: [StaticString] = [
    "image", "imagePullPolicy", "imagePullSecret", "initrdPath", "kernelPath",
  ]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("image", &image)
      case 1: reader.listedMember("imagePullPolicy", &imagePullPolicy, ["Always", "IfNotPresent", "Never"])
      case 2: reader.member("imagePullSecret", &imagePullSecret)
      case 3: reader.member("initrdPath", &initrdPath)
      case 4: reader.member("kernelPath", &kernelPath)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6567616d69:
      if key.count == 5 { return 0 }  // image
    case 0x6c75506567616d69:
      if key.equals("imagePullPolicy") { return 1 }
      if key.equals("imagePullSecret") { return 2 }
    case 0x6150647274696e69:
      if key.equals("initrdPath") { return 3 }
    case 0x61506c656e72656b:
      if key.equals("kernelPath") { return 4 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("image", image)
    writer.memberUnlessEmpty("imagePullPolicy", imagePullPolicy)
    writer.memberUnlessEmpty("imagePullSecret", imagePullSecret)
    writer.memberUnlessEmpty("initrdPath", initrdPath)
    writer.memberUnlessEmpty("kernelPath", kernelPath)
    writer.endObject()
  }
}

extension V1 {
  /// Protection of the guest's memory from its host; exactly one member is set.
  public struct LaunchSecurity: Sendable {
    /// AMD Secure Encrypted Virtualization.
    @Boxed public var sev: SEV?
    /// AMD Secure Nested Paging.
    public var snp: SEVSNP?
    /// Intel Trust Domain Extensions.
    public var tdx: TDX?

    public init() {}
  }
}

extension V1.LaunchSecurity: JSONStructure {
  public static let memberNames: [StaticString] = ["sev", "snp", "tdx"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("sev", &sev)
      case 1: reader.member("snp", &snp)
      case 2: reader.member("tdx", &tdx)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x766573:
      if key.count == 3 { return 0 }  // sev
    case 0x706e73:
      if key.count == 3 { return 1 }  // snp
    case 0x786474:
      if key.count == 3 { return 2 }  // tdx
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("sev", sev)
    writer.memberUnlessEmpty("snp", snp)
    writer.memberUnlessEmpty("tdx", tdx)
    writer.endObject()
  }
}

extension V1 {
  /// AMD Secure Encrypted Virtualization.
  public struct SEV: Sendable {
    /// Starts the guest paused, until its owner has attested it.
    public var attestation: SEVAttestation?
    /// The owner's certificate for the key exchange, base64.
    public var dhCert: String = ""
    /// What the processor must grant the guest.
    public var policy: SEVPolicy?
    /// The owner's session data, base64.
    public var session: String = ""

    public init() {}
  }
}

extension V1.SEV: JSONStructure {
  public static let memberNames: [StaticString] = ["attestation", "dhCert", "policy", "session"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("attestation", &attestation)
      case 1: reader.member("dhCert", &dhCert)
      case 2: reader.member("policy", &policy)
      case 3: reader.member("session", &session)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7461747365747461:
      if key.equals("attestation") { return 0 }
    case 0x747265436864:
      if key.count == 6 { return 1 }  // dhCert
    case 0x7963696c6f70:
      if key.count == 6 { return 2 }  // policy
    case 0x6e6f6973736573:
      if key.count == 7 { return 3 }  // session
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("attestation", attestation)
    writer.memberUnlessEmpty("dhCert", dhCert)
    writer.memberUnlessEmpty("policy", policy)
    writer.memberUnlessEmpty("session", session)
    writer.endObject()
  }
}

extension V1 {
  /// Starts the guest paused, until its owner has attested it.
  public struct SEVAttestation: Sendable {

    public init() {}
  }
}

extension V1.SEVAttestation: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension V1 {
  /// What the processor must grant the guest.
  public struct SEVPolicy: Sendable {
    /// True encrypts the processor's registers as well (SEV-ES).
    public var encryptedState: Bool?

    public init() {}
  }
}

extension V1.SEVPolicy: JSONStructure {
  public static let memberNames: [StaticString] = ["encryptedState"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("encryptedState", &encryptedState)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x6574707972636e65:
      if key.equals("encryptedState") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("encryptedState", encryptedState)
    writer.endObject()
  }
}

extension V1 {
  /// AMD Secure Nested Paging.
  public struct SEVSNP: Sendable {

    public init() {}
  }
}

extension V1.SEVSNP: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}

extension V1 {
  /// Intel Trust Domain Extensions.
  public struct TDX: Sendable {

    public init() {}
  }
}

extension V1.TDX: JSONStructure {
  public static let memberNames: [StaticString] = []

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) { reader.unknownMember(key) }
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.endObject()
  }
}
