#pragma once
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <linux/if_tun.h>
#include <netinet/in.h>
#include <netinet/icmp6.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

/* Declared only under _GNU_SOURCE; see shim.h. */
extern int clinux_setns_symbol(int, int) __asm__("setns");
extern int clinux_unshare_symbol(int) __asm__("unshare");

/* Network namespaces are CLONE_NEWNET (linux/sched.h). Both move the calling thread only. */
static inline int clinux_enter_network_namespace(int fd) { return clinux_setns_symbol(fd, 0x40000000); }
static inline int clinux_new_network_namespace(void) { return clinux_unshare_symbol(0x40000000); }

/* A tap device without the header of packet information; the descriptor, or -1 with errno. ifreq holds a union. */
static inline int clinux_open_tap(const char *name, int has_queues) {
  struct ifreq request;
  memset(&request, 0, sizeof request);
  if (strlen(name) >= sizeof request.ifr_name) {
    errno = ENAMETOOLONG;
    return -1;
  }
  strcpy(request.ifr_name, name);
  request.ifr_flags = (short)(IFF_TAP | IFF_NO_PI | (has_queues ? IFF_MULTI_QUEUE : 0));
  int fd = open("/dev/net/tun", O_RDWR | O_CLOEXEC);
  if (fd < 0) return -1;
  if (ioctl(fd, TUNSETIFF, &request) != 0) {
    int error = errno;
    close(fd);
    errno = error;
    return -1;
  }
  return fd;
}

/* Lets the user and the group of that number open the device, and keeps it when nobody has it open. */
static inline int clinux_keep_tap(int fd, uint32_t owner) {
  if (ioctl(fd, TUNSETOWNER, (unsigned long)owner) != 0) return -1;
  if (ioctl(fd, TUNSETGROUP, (unsigned long)owner) != 0) return -1;
  return ioctl(fd, TUNSETPERSIST, 1UL);
}

static inline int clinux_bind_to_device(int fd, const char *device) {
  return setsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, device, (socklen_t)strlen(device) + 1);
}

static inline int clinux_join_ipv6_group(int fd, const uint8_t *address, unsigned int link) {
  struct ipv6_mreq request;
  memcpy(&request.ipv6mr_multiaddr, address, 16);
  request.ipv6mr_interface = link;
  return setsockopt(fd, IPPROTO_IPV6, IPV6_JOIN_GROUP, &request, sizeof request);
}

/* Only router solicitations (RFC 4861, section 4.1) come in. */
static inline int clinux_pass_router_solicitations(int fd) {
  struct icmp6_filter filter;
  ICMP6_FILTER_SETBLOCKALL(&filter);
  ICMP6_FILTER_SETPASS(ND_ROUTER_SOLICIT, &filter);
  return setsockopt(fd, IPPROTO_ICMPV6, ICMP6_FILTER, &filter, sizeof filter);
}

static inline long clinux_send_to_ipv4(int fd, const void *bytes, unsigned long count, uint32_t address, uint16_t port) {
  struct sockaddr_in to;
  memset(&to, 0, sizeof to);
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(address);
  return sendto(fd, bytes, count, MSG_NOSIGNAL, (struct sockaddr *)&to, sizeof to);
}

static inline int clinux_bind_ipv4(int fd, uint16_t port) {
  struct sockaddr_in at;
  memset(&at, 0, sizeof at);
  at.sin_family = AF_INET;
  at.sin_port = htons(port);
  return bind(fd, (struct sockaddr *)&at, sizeof at);
}

static inline int clinux_bind_ipv6(int fd, uint16_t port) {
  struct sockaddr_in6 at;
  memset(&at, 0, sizeof at);
  at.sin6_family = AF_INET6;
  at.sin6_port = htons(port);
  return bind(fd, (struct sockaddr *)&at, sizeof at);
}

static inline long clinux_receive_from_ipv6(int fd, void *bytes, unsigned long count, struct sockaddr_in6 *from) {
  socklen_t length = sizeof *from;
  return recvfrom(fd, bytes, count, 0, (struct sockaddr *)from, &length);
}

static inline long clinux_send_to_ipv6(
    int fd, const void *bytes, unsigned long count, const uint8_t *address, uint16_t port, unsigned int link) {
  struct sockaddr_in6 to;
  memset(&to, 0, sizeof to);
  to.sin6_family = AF_INET6;
  to.sin6_port = htons(port);
  to.sin6_scope_id = link;
  memcpy(&to.sin6_addr, address, 16);
  return sendto(fd, bytes, count, MSG_NOSIGNAL, (struct sockaddr *)&to, sizeof to);
}

static inline void clinux_ipv6_bytes(const struct sockaddr_in6 *from, uint8_t *address) {
  memcpy(address, &from->sin6_addr, 16);
}
