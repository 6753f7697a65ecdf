/* Laid under the program by LD_PRELOAD: the n-th time it wants something of the file system, the answer is an error.
   For tests/faults only.

     RESTOCK_FAULT=n          which call fails, counted from 1; unset: none
     RESTOCK_FAULT_ERRNO=e    with which error
     RESTOCK_FAULT_LASTS=1    and all later ones too, as on a disk that is full
     RESTOCK_FAULT_UNDER=dir  only files below this folder count
     RESTOCK_FAULT_SAID=file  receives the name of the call that failed first
     RESTOCK_FAULT_COUNT=file receives how many calls there were, when the program ends
     RESTOCK_CLOCK_JUMPS=1    the wall clock and the monotonic one jump by hours, to and fro

   Counted: open for writing, write, pwrite, ftruncate, fsync, rename, and the writes of streams that are opened under a
   temporary name (the C library makes these without asking anybody, so such a stream is one of our own). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static atomic_long calls;

__attribute__((destructor)) static void tell_count(void) {
  const char* count = getenv("RESTOCK_FAULT_COUNT");
  if (count == NULL) return;
  const int file = (int)syscall(SYS_openat, AT_FDCWD, count, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  char text[32];
  const int length = snprintf(text, sizeof text, "%ld", atomic_load(&calls));
  if (file < 0) return;
  syscall(SYS_write, file, text, (size_t)length);
  syscall(SYS_close, file);
}

static int is_watched_path(const char* path) {
  const char* under = getenv("RESTOCK_FAULT_UNDER");
  char whole[4096];
  if (under == NULL || path == NULL) return 0;
  if (path[0] != '/') {
    if (getcwd(whole, sizeof whole) == NULL) return 0;
    return strncmp(whole, under, strlen(under)) == 0;
  }
  return strncmp(path, under, strlen(under)) == 0;
}

static int is_watched_file(int file) {
  char link[64];
  char path[4096];
  if (file <= 2) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = '\0';
  return is_watched_path(path);
}

/* Whether this call fails; errno is set then. */
static int fails(const char* name) {
  const char* nth = getenv("RESTOCK_FAULT");
  if (nth == NULL) return 0;
  const long wanted = atol(nth);
  const long call = atomic_fetch_add(&calls, 1) + 1;
  if (call < wanted || (call > wanted && getenv("RESTOCK_FAULT_LASTS") == NULL)) return 0;
  const char* said = getenv("RESTOCK_FAULT_SAID");
  if (call == wanted && said != NULL) {
    const int file = (int)syscall(SYS_openat, AT_FDCWD, said, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file >= 0) {
      syscall(SYS_write, file, name, strlen(name));
      syscall(SYS_close, file);
    }
  }
  const char* number = getenv("RESTOCK_FAULT_ERRNO");
  errno = number != NULL ? atoi(number) : EIO;
  return 1;
}

static int open_with(const char* path, int flags, mode_t mode) {
  if ((flags & O_ACCMODE) != O_RDONLY && is_watched_path(path) && fails("open")) return -1;
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
#define OPEN(name)                               \
  int name(const char* path, int flags, ...) {   \
    mode_t mode = 0;                             \
    if ((flags & (O_CREAT | O_TMPFILE)) != 0) {  \
      va_list rest;                              \
      va_start(rest, flags);                     \
      mode = va_arg(rest, mode_t);               \
      va_end(rest);                              \
    }                                            \
    return open_with(path, flags, mode);         \
  }
OPEN(open)
OPEN(open64)

ssize_t write(int file, const void* bytes, size_t count) {
  if (is_watched_file(file) && fails("write")) return -1;
  return syscall(SYS_write, file, bytes, count);
}
ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
  if (is_watched_file(file) && fails("pwrite")) return -1;
  return syscall(SYS_pwrite64, file, bytes, count, at);
}
ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at) { return pwrite(file, bytes, count, at); }
int ftruncate(int file, off_t length) {
  if (is_watched_file(file) && fails("ftruncate")) return -1;
  return (int)syscall(SYS_ftruncate, file, length);
}
int ftruncate64(int file, off64_t length) { return ftruncate(file, length); }
int fsync(int file) {
  if (is_watched_file(file) && fails("fsync")) return -1;
  return (int)syscall(SYS_fsync, file);
}
int rename(const char* from, const char* to) {
  if (is_watched_path(from) && fails("rename")) return -1;
  return (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}

static ssize_t stream_write(void* stream, const char* bytes, size_t count) {
  /* A stream of fopencookie says with 0, not with -1, that it failed. */
  const ssize_t written = write((int)(long)stream, bytes, count);
  return written < 0 ? 0 : written;
}
static int stream_close(void* stream) { return (int)syscall(SYS_close, (int)(long)stream); }

FILE* fopen(const char* path, const char* mode) {
  const size_t length = strlen(path);
  if (length > 5 && strcmp(path + length - 5, ".part") == 0 && mode[0] == 'w') {
    const int file = open_with(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    const cookie_io_functions_t functions = {NULL, stream_write, NULL, stream_close};
    return file < 0 ? NULL : fopencookie((void*)(long)file, mode, functions);
  }
  FILE* (*original)(const char*, const char*) = (FILE * (*)(const char*, const char*)) dlsym(RTLD_NEXT, "fopen");
  return original(path, mode);
}

int clock_gettime(clockid_t clock, struct timespec* now) {
  static atomic_uint asked;
  const int answer = (int)syscall(SYS_clock_gettime, clock, now);
  if (answer == 0 && getenv("RESTOCK_CLOCK_JUMPS") != NULL) {
    const unsigned hour = atomic_fetch_add(&asked, 1) * 2654435761U >> 27; /* 0 to 31, in no order */
    now->tv_sec += 3600 * ((time_t)hour - 16);
    if (now->tv_sec < 0) now->tv_sec = 0;
  }
  return answer;
}
