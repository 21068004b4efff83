#pragma once
#include "containers.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <linux/filter.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/* Declared only under _GNU_SOURCE, which a module's header cannot set for the C library's own modules. */
extern int clinux_accept4_symbol(int, struct sockaddr *, socklen_t *, int) __asm__("accept4");

static inline int clinux_accept(int fd, struct sockaddr_storage *address, socklen_t *length) {
  return clinux_accept4_symbol(fd, (struct sockaddr *)address, length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

/* epoll_event is packed and holds a union, which Swift cannot set safely. */
static inline int clinux_epoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }
static inline int clinux_epoll_ctl(int epoll, int operation, int fd, uint32_t events, uint64_t key) {
  struct epoll_event event;
  event.events = events;
  event.data.u64 = key;
  return epoll_ctl(epoll, operation, fd, &event);
}
static inline uint64_t clinux_epoll_key(const struct epoll_event *events, int index) { return events[index].data.u64; }
static inline uint32_t clinux_epoll_events(const struct epoll_event *events, int index) { return events[index].events; }

/* The soft limit on descriptors becomes the hard one. */
static inline void clinux_raise_descriptor_limit(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
  limit.rlim_cur = limit.rlim_max;
  (void)setrlimit(RLIMIT_NOFILE, &limit);
}

static inline int clinux_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

static inline int clinux_stream_socket(int family) {
  return socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}
static inline int clinux_set_option(int fd, int level, int option, int value) {
  return setsockopt(fd, level, option, &value, sizeof value);
}
static inline long clinux_send(int fd, const void *bytes, unsigned long count) {
  return send(fd, bytes, count, MSG_NOSIGNAL);
}
static inline int clinux_socket_error(int fd) {
  int error = 0;
  socklen_t length = sizeof error;
  return getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &length) == 0 ? error : errno;
}

/* Drops new SYNs (flags byte of the TCP header: SYN set, ACK clear) and lets handshakes already begun finish. */
static inline int clinux_refuse_new_connections(int fd) {
  struct sock_filter code[] = {
      {BPF_LD | BPF_B | BPF_ABS, 0, 0, 13},
      {BPF_ALU | BPF_AND | BPF_K, 0, 0, 0x12},
      {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0x02},
      {BPF_RET | BPF_K, 0, 0, 0},
      {BPF_RET | BPF_K, 0, 0, 0xffff},
  };
  struct sock_fprog program = {sizeof code / sizeof code[0], code};
  return setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program);
}

static inline int clinux_set_unix_path(struct sockaddr_un *address, const char *path) {
  unsigned long length = __builtin_strlen(path);
  if (length >= sizeof address->sun_path) return -1;
  address->sun_family = AF_UNIX;
  __builtin_memcpy(address->sun_path, path, length + 1);
  return 0;
}

/* Changes whenever a file is replaced, rewritten or touched; 0 when it cannot be read. */
static inline uint64_t clinux_file_fingerprint(const char *path) {
  struct stat s;
  if (stat(path, &s) != 0) return 0;
  uint64_t hash = 14695981039346656037ull;
  uint64_t parts[] = {(uint64_t)s.st_ino, (uint64_t)s.st_size, (uint64_t)s.st_mtim.tv_sec, (uint64_t)s.st_mtim.tv_nsec,
                      (uint64_t)s.st_ctim.tv_sec, (uint64_t)s.st_ctim.tv_nsec};
  for (int i = 0; i < 6; i++) hash = (hash ^ parts[i]) * 1099511628211ull;
  return hash | 1;
}

/* The number of cores that this thread may run on; at least 1. */
extern int clinux_sched_getaffinity_symbol(int, unsigned long, void *) __asm__("sched_getaffinity");
static inline int clinux_available_cores(void) {
  unsigned long mask[128];
  __builtin_memset(mask, 0, sizeof mask);
  if (clinux_sched_getaffinity_symbol(0, sizeof mask, mask) < 0) return 1;
  int count = 0;
  for (int i = 0; i < 128; i++) count += __builtin_popcountl(mask[i]);
  return count > 0 ? count : 1;
}

/* Opens a path below a directory without leaving it; links on the way are refused unless `links` is set. The flags of
   openat2(2) are given as numbers, which are the kernel's interface. */
static inline int clinux_open_beneath(int directory, const char *path, int flags, unsigned mode, int links) {
  struct open_how how;
  __builtin_memset(&how, 0, sizeof how);
  how.flags = (uint64_t)(flags | O_CLOEXEC);
  how.mode = (flags & O_CREAT) ? mode : 0;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS | (links ? 0 : RESOLVE_NO_SYMLINKS);
  return (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
}

/* Starts a program with nothing but an input that is empty and one output for both streams, with limits on its address
   space in bytes and on its processor time in seconds. Between fork and exec only system calls are made. */
static inline int clinux_spawn_limited(
  const char *program, char *const *arguments, char *const *environment, int output, uint64_t memory, uint64_t seconds
) {
  pid_t child = fork();
  if (child != 0) return child;
  struct rlimit space = {memory, memory}, time = {seconds, seconds + 1}, core = {0, 0};
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, 0);
  int input = open("/dev/null", O_RDONLY);
  if (input < 0 || dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(output, 2) < 0) _exit(126);
  syscall(SYS_close_range, 3u, ~0u, 0u);
  if (setrlimit(RLIMIT_AS, &space) || setrlimit(RLIMIT_CPU, &time) || setrlimit(RLIMIT_CORE, &core)) _exit(126);
  execve(program, arguments, environment);
  _exit(127);
}

extern int clinux_pipe2_symbol(int *, int) __asm__("pipe2");
static inline int clinux_pipe(int *ends) { return clinux_pipe2_symbol(ends, O_CLOEXEC); }

/* The process that listens on a UNIX socket (SO_PEERCRED), or a negative error number. */
struct clinux_credentials { int pid; unsigned uid; unsigned gid; };
static inline int clinux_unix_listener_process(const char *path) {
  struct sockaddr_un address;
  if (clinux_set_unix_path(&address, path) != 0) return -ENAMETOOLONG;
  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0) return -errno;
  int result = 0;
  if (connect(fd, (struct sockaddr *)&address, sizeof address) != 0) {
    result = -errno;
  } else {
    struct clinux_credentials peer = {0, 0, 0};
    socklen_t length = sizeof peer;
    result = getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 ? peer.pid : -errno;
  }
  close(fd);
  return result;
}

/* A folder to look things up in only; O_PATH is declared only under _GNU_SOURCE. */
static inline int clinux_open_folder(const char *path) { return open(path, 010000000 | O_DIRECTORY | O_CLOEXEC); }
