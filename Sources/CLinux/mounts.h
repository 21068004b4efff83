#pragma once
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <linux/openat2.h>

/* Mounts across mount namespaces: a file as a container sees it becomes a mount here. The numbers are those of the
   kernel's interface (open_tree, move_mount, mount_setattr); the C library declares them only under _GNU_SOURCE. */
struct clinux_tree_request {
  int process;
  const char *path;
  int result;
};

extern int clinux_setns_symbol(int, int) __asm__("setns");
extern int clinux_unshare_symbol(int) __asm__("unshare");

/* A thread of its own, which ends with the namespace that it has entered. */
static void *clinux_clone_tree_thread(void *argument) {
  struct clinux_tree_request *request = (struct clinux_tree_request *)argument;
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/ns/mnt", request->process);
  int space = open(path, O_RDONLY | O_CLOEXEC);
  snprintf(path, sizeof path, "/proc/%d/root", request->process);
  int root = open(path, 010000000 | O_DIRECTORY | O_CLOEXEC);
  int file = -1;
  request->result = -1;
  if (space >= 0 && root >= 0 && clinux_unshare_symbol(0x200) == 0 && clinux_setns_symbol(space, 0x20000) == 0) {
    struct open_how how;
    __builtin_memset(&how, 0, sizeof how);
    how.flags = 010000000 | O_CLOEXEC;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    file = (int)syscall(SYS_openat2, root, request->path, &how, sizeof how);
    struct stat status;
    if (file >= 0 && fstat(file, &status) == 0) {
      if (S_ISREG(status.st_mode)) {
        request->result = (int)syscall(SYS_open_tree, file, "", 1 /* clone */ | O_CLOEXEC | 0x1000 /* empty path */);
      } else {
        errno = EINVAL;
      }
    }
  }
  if (request->result < 0) request->result = -errno;
  if (file >= 0) close(file);
  if (root >= 0) close(root);
  if (space >= 0) close(space);
  return 0;
}

/* A detached mount of a regular file beneath a process's root, no link followed; a descriptor or a negative error. */
static inline int clinux_clone_tree(int process, const char *path) {
  struct clinux_tree_request request = {process, path, -1};
  pthread_t thread;
  int failure = pthread_create(&thread, 0, clinux_clone_tree_thread, &request);
  if (failure != 0) return -failure;
  pthread_join(thread, 0);
  return request.result;
}

/* Puts a detached mount over a file, to be read only; 0 or a negative error. */
static inline int clinux_attach_read_only(int tree, int directory, const char *name) {
  struct { unsigned long long set, clear, propagation, user_namespace; } attributes = {1 /* read only */, 0, 0, 0};
  if (syscall(442 /* mount_setattr */, tree, "", 0x1000, &attributes, sizeof attributes) != 0) return -errno;
  return syscall(SYS_move_mount, tree, "", directory, name, 4 /* from empty path */) == 0 ? 0 : -errno;
}

extern int clinux_umount2_symbol(const char *, int) __asm__("umount2");
static inline int clinux_detach_mount(const char *path) { return clinux_umount2_symbol(path, 2 | 8); }
