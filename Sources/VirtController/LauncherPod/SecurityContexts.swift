import Admission
import KubeTypes
import VirtTypes

/// Who the pod's processes are and what they may do.
extension LauncherPodPlan {
  var podSecurityContext: Core.PodSecurityContext {
    var context = Core.PodSecurityContext()
    context.fsGroup = unprivilegedUser
    if runsAsRoot {
      context.runAsUser = 0
    } else {
      context.runAsUser = unprivilegedUser
      context.runAsGroup = unprivilegedUser
      context.runAsNonRoot = true
    }
    if !given.selinuxLauncherType.isEmpty {
      var options = Core.SELinuxOptions()
      options.type = given.selinuxLauncherType
      context.seLinuxOptions = options
    }
    context.seccompProfile = seccompProfile
    return context
  }

  private var seccompProfile: Core.SeccompProfile? {
    guard let custom = given.seccompConfiguration?.virtualMachineInstanceProfile?.customProfile else { return nil }
    var profile = Core.SeccompProfile()
    if let path = custom.localhostProfile {
      profile.type = "Localhost"
      profile.localhostProfile = path
    } else if custom.runtimeDefaultProfile {
      profile.type = "RuntimeDefault"
    } else {
      return nil
    }
    return profile
  }

  /// The container of the launcher itself.
  var computeSecurityContext: Core.SecurityContext {
    var context = Core.SecurityContext()
    var capabilities = Core.Capabilities()
    // The DHCP server listens on port 67.
    capabilities.add = ["NET_BIND_SERVICE"]
    if runsAsRoot {
      context.runAsUser = 0
      context.runAsNonRoot = false
      // libvirt raises the priority of vCPU threads.
      capabilities.add.append("SYS_NICE")
    } else {
      context.runAsUser = unprivilegedUser
      context.runAsGroup = unprivilegedUser
      context.runAsNonRoot = true
      context.allowPrivilegeEscalation = false
      capabilities.drop = ["ALL"]
    }
    context.capabilities = capabilities
    return context
  }

  /// Containers of the launcher's image beside the launcher, and hook sidecars: the launcher's user, no capability added.
  func companionSecurityContext(dropsCapabilities: Bool) -> Core.SecurityContext {
    var context = computeSecurityContext
    context.capabilities = nil
    if dropsCapabilities {
      var capabilities = Core.Capabilities()
      capabilities.drop = ["ALL"]
      context.capabilities = capabilities
    }
    return context
  }

  /// Containers that need nothing of the node, whoever the launcher runs as.
  func unprivilegedSecurityContext(withGroup: Bool) -> Core.SecurityContext {
    var context = Core.SecurityContext()
    context.runAsUser = unprivilegedUser
    context.runAsGroup = withGroup ? unprivilegedUser : nil
    context.runAsNonRoot = true
    context.allowPrivilegeEscalation = false
    var capabilities = Core.Capabilities()
    capabilities.drop = ["ALL"]
    context.capabilities = capabilities
    return context
  }

  /// With Docker each container has SELinux categories of its own, which keep the launcher from its helpers' files.
  func relaxCategories(of containers: inout [Core.Container]) {
    for index in containers.indices where containers[index].name != "compute" {
      var options = Core.SELinuxOptions()
      options.type = given.selinuxLauncherType
      options.level = "s0"
      var context = containers[index].securityContext ?? Core.SecurityContext()
      context.seLinuxOptions = options
      containers[index].securityContext = context
    }
  }
}
