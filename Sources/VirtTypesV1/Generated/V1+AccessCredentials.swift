// Made from openapi/v1/access-credentials.json by `make generate`; what is changed here is lost with the next one.

import JSON
import Kube

extension V1 {
  /// A key or password for the guest; exactly one member is set.
  public struct AccessCredential: Sendable {
    /// SSH public keys that may log in.
    public var sshPublicKey: SSHPublicKeyAccessCredential?
    /// Passwords of the guest's users.
    public var userPassword: UserPasswordAccessCredential?

    public init() {}
  }
}

extension V1.AccessCredential: JSONStructure {
  public static let memberNames: [StaticString] = ["sshPublicKey", "userPassword"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("sshPublicKey", &sshPublicKey)
      case 1: reader.member("userPassword", &userPassword)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x696c627550687373:
      if key.equals("sshPublicKey") { return 0 }
    case 0x7373615072657375:
      if key.equals("userPassword") { return 1 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("sshPublicKey", sshPublicKey)
    writer.memberUnlessEmpty("userPassword", userPassword)
    writer.endObject()
  }
}

extension V1 {
  /// Names the secret that holds a credential.
  public struct AccessCredentialSecretSource: Sendable {
    /// Name of the secret, in the same namespace.
    public var secretName: String = ""

    public init() {}
  }
}

extension V1.AccessCredentialSecretSource: JSONStructure {
  public static let memberNames: [StaticString] = ["secretName"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("secretName", &secretName)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x614e746572636573:
      if key.equals("secretName") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("secretName", secretName)
    writer.endObject()
  }
}

extension V1 {
  /// Puts the keys on the cloud-init config drive.
  public struct ConfigDriveSSHPublicKeyAccessCredentialPropagation: Sendable {

    public init() {}
  }
}

extension V1.ConfigDriveSSHPublicKeyAccessCredentialPropagation: JSONStructure {
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
  /// Puts the keys on the cloud-init NoCloud drive.
  public struct NoCloudSSHPublicKeyAccessCredentialPropagation: Sendable {

    public init() {}
  }
}

extension V1.NoCloudSSHPublicKeyAccessCredentialPropagation: JSONStructure {
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
  /// Has the guest agent write the keys, while the guest runs as well.
  public struct QemuGuestAgentSSHPublicKeyAccessCredentialPropagation: Sendable {
    /// Users of the guest whose authorized keys are written.
    public var users: [String] = []

    public init() {}
  }
}

extension V1.QemuGuestAgentSSHPublicKeyAccessCredentialPropagation: JSONStructure {
  public static let memberNames: [StaticString] = ["users"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("users", &users)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "users")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x7372657375:
      if key.count == 5 { return 0 }  // users
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("users", users)
    writer.endObject()
  }
}

extension V1 {
  /// Has the guest agent set the passwords, while the guest runs as well.
  public struct QemuGuestAgentUserPasswordAccessCredentialPropagation: Sendable {

    public init() {}
  }
}

extension V1.QemuGuestAgentUserPasswordAccessCredentialPropagation: JSONStructure {
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
  /// SSH public keys that may log in.
  public struct SSHPublicKeyAccessCredential: Sendable {
    /// How the keys get into the guest.
    public var propagationMethod: SSHPublicKeyAccessCredentialPropagationMethod = SSHPublicKeyAccessCredentialPropagationMethod()
    /// Where the keys are.
    public var source: SSHPublicKeyAccessCredentialSource = SSHPublicKeyAccessCredentialSource()

    public init() {}
  }
}

extension V1.SSHPublicKeyAccessCredential: JSONStructure {
  public static let memberNames: [StaticString] = ["propagationMethod", "source"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("propagationMethod", &propagationMethod)
      case 1: reader.member("source", &source)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "propagationMethod")
    reader.require(1, members, "source")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x74616761706f7270:
      if key.equals("propagationMethod") { return 0 }
    case 0x656372756f73:
      if key.count == 6 { return 1 }  // source
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("propagationMethod", propagationMethod)
    writer.member("source", source)
    writer.endObject()
  }
}

extension V1 {
  /// How keys get into the guest; exactly one member is set.
  public struct SSHPublicKeyAccessCredentialPropagationMethod: Sendable {
    /// By the cloud-init config drive, at boot.
    public var configDrive: ConfigDriveSSHPublicKeyAccessCredentialPropagation?
    /// By the cloud-init NoCloud drive, at boot.
    public var noCloud: NoCloudSSHPublicKeyAccessCredentialPropagation?
    /// By the guest agent, while the guest runs as well.
    public var qemuGuestAgent: QemuGuestAgentSSHPublicKeyAccessCredentialPropagation?

    public init() {}
  }
}

extension V1.SSHPublicKeyAccessCredentialPropagationMethod: JSONStructure {
  public static let memberNames: [StaticString] = ["configDrive", "noCloud", "qemuGuestAgent"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("configDrive", &configDrive)
      case 1: reader.member("noCloud", &noCloud)
      case 2: reader.member("qemuGuestAgent", &qemuGuestAgent)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x72446769666e6f63:
      if key.equals("configDrive") { return 0 }
    case 0x64756f6c436f6e:
      if key.count == 7 { return 1 }  // noCloud
    case 0x73657547756d6571:
      if key.equals("qemuGuestAgent") { return 2 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("configDrive", configDrive)
    writer.memberUnlessEmpty("noCloud", noCloud)
    writer.memberUnlessEmpty("qemuGuestAgent", qemuGuestAgent)
    writer.endObject()
  }
}

extension V1 {
  /// Where keys are.
  public struct SSHPublicKeyAccessCredentialSource: Sendable {
    /// Secret each of whose values is a key.
    public var secret: AccessCredentialSecretSource?

    public init() {}
  }
}

extension V1.SSHPublicKeyAccessCredentialSource: JSONStructure {
  public static let memberNames: [StaticString] = ["secret"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("secret", &secret)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746572636573:
      if key.count == 6 { return 0 }  // secret
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("secret", secret)
    writer.endObject()
  }
}

extension V1 {
  /// Passwords of the guest's users.
  public struct UserPasswordAccessCredential: Sendable {
    /// How the passwords get into the guest.
    public var propagationMethod: UserPasswordAccessCredentialPropagationMethod = UserPasswordAccessCredentialPropagationMethod()
    /// Where the passwords are.
    public var source: UserPasswordAccessCredentialSource = UserPasswordAccessCredentialSource()

    public init() {}
  }
}

extension V1.UserPasswordAccessCredential: JSONStructure {
  public static let memberNames: [StaticString] = ["propagationMethod", "source"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("propagationMethod", &propagationMethod)
      case 1: reader.member("source", &source)
      default: reader.unknownMember(key)
      }
    }
    reader.require(0, members, "propagationMethod")
    reader.require(1, members, "source")
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x74616761706f7270:
      if key.equals("propagationMethod") { return 0 }
    case 0x656372756f73:
      if key.count == 6 { return 1 }  // source
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("propagationMethod", propagationMethod)
    writer.member("source", source)
    writer.endObject()
  }
}

extension V1 {
  /// How passwords get into the guest.
  public struct UserPasswordAccessCredentialPropagationMethod: Sendable {
    /// By the guest agent, while the guest runs as well.
    public var qemuGuestAgent: QemuGuestAgentUserPasswordAccessCredentialPropagation?

    public init() {}
  }
}

extension V1.UserPasswordAccessCredentialPropagationMethod: JSONStructure {
  public static let memberNames: [StaticString] = ["qemuGuestAgent"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("qemuGuestAgent", &qemuGuestAgent)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x73657547756d6571:
      if key.equals("qemuGuestAgent") { return 0 }
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("qemuGuestAgent", qemuGuestAgent)
    writer.endObject()
  }
}

extension V1 {
  /// Where passwords are.
  public struct UserPasswordAccessCredentialSource: Sendable {
    /// Secret whose names are users and whose values are their passwords.
    public var secret: AccessCredentialSecretSource?

    public init() {}
  }
}

extension V1.UserPasswordAccessCredentialSource: JSONStructure {
  public static let memberNames: [StaticString] = ["secret"]

  public mutating func decode(from reader: inout JSONReader) {
    guard var members = reader.beginObject() else { return }
    while let key = reader.nextKey(&members) {
      let index = Self.index(of: key, reader.options)
      if index >= 0 { reader.saw(index, &members, key) }
      switch index {
      case 0: reader.member("secret", &secret)
      default: reader.unknownMember(key)
      }
    }
  }

  private static func index(of key: JSONKey, _ options: JSONReader.Options) -> Int {
    switch key.word {
    case 0x746572636573:
      if key.count == 6 { return 0 }  // secret
    default: break
    }
    return key.foldedIndex(in: memberNames, options)
  }

  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.memberUnlessEmpty("secret", secret)
    writer.endObject()
  }
}
