#pragma once
#include <stddef.h>
#include <libvirt/libvirt.h>
#include <libvirt/libvirt-qemu.h>
#include <libvirt/virterror.h>

/* Registration takes a function of a generic type, which each kind of event casts its own to. */
static inline int clibvirt_on_lifecycle(
    virConnectPtr connection, virConnectDomainEventCallback callback, void *opaque, virFreeCallback release) {
  return virConnectDomainEventRegisterAny(
      connection, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(callback), opaque, release);
}
static inline int clibvirt_on_reboot(
    virConnectPtr connection, virConnectDomainEventGenericCallback callback, void *opaque, virFreeCallback release) {
  return virConnectDomainEventRegisterAny(
      connection, NULL, VIR_DOMAIN_EVENT_ID_REBOOT, callback, opaque, release);
}
static inline int clibvirt_on_agent(
    virConnectPtr connection, virConnectDomainEventAgentLifecycleCallback callback, void *opaque,
    virFreeCallback release) {
  return virConnectDomainEventRegisterAny(
      connection, NULL, VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(callback), opaque, release);
}
static inline int clibvirt_on_io_error(
    virConnectPtr connection, virConnectDomainEventIOErrorReasonCallback callback, void *opaque,
    virFreeCallback release) {
  return virConnectDomainEventRegisterAny(
      connection, NULL, VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON, VIR_DOMAIN_EVENT_CALLBACK(callback), opaque, release);
}
