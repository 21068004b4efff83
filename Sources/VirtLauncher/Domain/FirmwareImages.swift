import VirtTypes
import XML

/// A UEFI build: names that its code and the template of its variables have on different distributions, best first.
enum FirmwareBuild {
  case insecure
  /// Checks what it boots.
  case secureBoot
  /// For memory that SEV encrypts.
  case encrypted
  /// For SEV-SNP, without variables.
  case snp
  /// For Intel's TDX, without variables.
  case tdx

  var code: [String] {
    switch self {
    case .insecure: ["OVMF_CODE.fd", "OVMF_CODE_4M.fd"]
    case .secureBoot: ["OVMF_CODE.secboot.fd", "OVMF_CODE_4M.secboot.fd"]
    case .encrypted: ["OVMF_CODE.cc.fd"]
    case .snp: ["OVMF.amdsev.fd"]
    case .tdx: ["OVMF.inteltdx.fd"]
    }
  }

  var variables: [String] {
    switch self {
    case .insecure, .encrypted: ["OVMF_VARS.fd", "OVMF_VARS_4M.fd"]
    case .secureBoot: ["OVMF_VARS.secboot.fd", "OVMF_VARS.ms.fd", "OVMF_VARS_4M.ms.fd"]
    case .snp, .tdx: []
    }
  }
}

extension CurrentDomain {
  var bootsUEFI: Bool { domain.firmware?.bootloader?.efi != nil }

  private var firmwareBuild: FirmwareBuild {
    if domain.launchSecurity?.snp != nil { return .snp }
    if domain.launchSecurity?.tdx != nil { return .tdx }
    if domain.firmware?.bootloader?.efi?.secureBoot ?? true { return .secureBoot }
    return domain.launchSecurity?.sev != nil ? .encrypted : .insecure
  }

  /// UEFI's code and variables; nothing for BIOS.
  func loader() throws(DomainError) -> [XMLElement] {
    guard bootsUEFI else { return [] }
    let build = firmwareBuild
    let code = try firmwareFile(build.code)
    let loader = XMLElement(
      "loader",
      [
        "readonly": "yes", "secure": build == .secureBoot ? "yes" : "no",
        "type": build.variables.isEmpty ? "rom" : "pflash",
      ], text: code)
    guard !build.variables.isEmpty else { return [loader] }
    // Variables of code with four megabytes do not fit other code.
    let isLarge = code.contains("_4M")
    let template = try firmwareFile(build.variables.filter { $0.contains("_4M") == isLarge })
    let variables = environment.paths.firmwareVariables(
      name: instance.metadata.name, isRoot: instance.status.runtimeUser == 0)
    return [loader, XMLElement("nvram", ["template": template], text: variables)]
  }

  private func firmwareFile(_ names: [String]) throws(DomainError) -> String {
    let paths = names.map { "\(environment.paths.firmwareDirectory)/\($0)" }
    guard let path = paths.first(where: environment.firmwareExists) else {
      throw .notAvailable("none of the firmware files \(paths.joined(separator: ", ")) is installed")
    }
    return path
  }
}
