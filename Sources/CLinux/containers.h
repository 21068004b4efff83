#pragma once
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/inotify.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* unshare(2) and sethostname(2) are declared only under _GNU_SOURCE; their numbers are the kernel's interface. */
struct clinux_namespaces {
  const char *network, *ipc, *uts, *hostname;
  unsigned long hostname_length;
  int error;
};

static inline int clinux_keep_namespace(const char *own, const char *kept) {
  int file = open(kept, O_RDONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0 && errno != EEXIST) return errno;
  if (file >= 0) close(file);
  return mount(own, kept, 0, MS_BIND, 0) == 0 ? 0 : errno;
}

static inline void *clinux_namespaces_thread(void *argument) {
  struct clinux_namespaces *wanted = (struct clinux_namespaces *)argument;
  /* CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS */
  if (syscall(SYS_unshare, 0x40000000 | 0x08000000 | 0x04000000) != 0 ||
      syscall(SYS_sethostname, wanted->hostname, wanted->hostname_length) != 0) {
    wanted->error = errno;
    return 0;
  }
  wanted->error = clinux_keep_namespace("/proc/thread-self/ns/net", wanted->network);
  if (wanted->error == 0) wanted->error = clinux_keep_namespace("/proc/thread-self/ns/ipc", wanted->ipc);
  if (wanted->error == 0) wanted->error = clinux_keep_namespace("/proc/thread-self/ns/uts", wanted->uts);
  return 0;
}

/* Makes network, ipc and uts namespaces on a thread that ends with this call, and keeps them by mounts on these paths.
   An errno, or 0. */
static inline int clinux_make_namespaces(
  const char *network, const char *ipc, const char *uts, const char *hostname, unsigned long hostname_length
) {
  struct clinux_namespaces wanted = {network, ipc, uts, hostname, hostname_length, 0};
  pthread_t thread;
  int code = pthread_create(&thread, 0, clinux_namespaces_thread, &wanted);
  if (code != 0) return code;
  pthread_join(thread, 0);
  return wanted.error;
}

static inline int clinux_mount(
  const char *source, const char *target, const char *type, unsigned long flags, const char *data
) {
  return mount(source, target, type, flags, data) == 0 ? 0 : errno;
}

/* Takes a mount away at once, and for good when its last user leaves. */
static inline int clinux_unmount(const char *target) {
  return umount2(target, MNT_DETACH | UMOUNT_NOFOLLOW) == 0 ? 0 : errno;
}

/* A descriptor that is readable when a file in the folder is made, written or moved to its name (inotify(7)); -1 with
   errno. */
static inline int clinux_watch_folder(const char *folder) {
  int watch = inotify_init1(IN_CLOEXEC);
  if (watch < 0) return -1;
  if (inotify_add_watch(watch, folder, IN_CLOSE_WRITE | IN_MOVED_TO) >= 0) return watch;
  int code = errno;
  close(watch);
  errno = code;
  return -1;
}
