/* Lets the n-th system call of a kind fail, or write half, or all of them from the n-th on; for LD_PRELOAD. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Kinds of calls: by a name, to any file, that need room on the disk or a number for a file, that write, that speak. */
enum { NAME = 1, FILE_ = 2, ROOM = 4, NUMBER = 8, WRITING = 16, SPEAKING = 32 };
enum { ONCE, FROM_THEN_ON, HALF };

static int armed, kinds, error, way;
static long at, seen;
static const char *first;

void failing_arm(long n, int of, int with, int how) {
    at = n, kinds = of, error = with, way = how, seen = 0, first = 0, armed = 1;
}

/* The name of the call that failed first; none where the command made fewer than n. */
const char *failing_disarm(void) {
    armed = 0;
    return first;
}

static int fails(const char *name, int of) {
    if (!armed || !(kinds & of)) return 0;
    seen++;
    if (seen != at && !(way == FROM_THEN_ON && seen > at)) return 0;
    if (!first) first = name;
    errno = error;
    return 1;
}

#define CALL(type, name, of, failed, declared, given)      \
    type name declared {                                   \
        static type(*call) declared;                       \
        if (!call) call = (type(*) declared)dlsym(RTLD_NEXT, #name); \
        return fails(#name, of) ? failed : call given;     \
    }

#define MODE                                               \
    va_list more;                                          \
    va_start(more, flags);                                 \
    mode_t mode = va_arg(more, mode_t);                    \
    va_end(more);
#define OPENED(flags) (NAME | FILE_ | NUMBER | ((flags) & (O_CREAT | O_TRUNC) ? ROOM : 0))

#define OPEN(name)                                         \
    int name(const char *path, int flags, ...) {           \
        static int (*call)(const char *, int, ...);        \
        if (!call) call = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #name); \
        MODE                                               \
        return fails(#name, OPENED(flags)) ? -1 : call(path, flags, mode); \
    }
#define OPEN_AT(name)                                      \
    int name(int folder, const char *path, int flags, ...) { \
        static int (*call)(int, const char *, int, ...);   \
        if (!call) call = (int (*)(int, const char *, int, ...))dlsym(RTLD_NEXT, #name); \
        MODE                                               \
        return fails(#name, OPENED(flags)) ? -1 : call(folder, path, flags, mode); \
    }

OPEN(open)
OPEN(open64)
OPEN_AT(openat)
OPEN_AT(openat64)

CALL(int, stat, NAME | FILE_, -1, (const char *path, struct stat *to), (path, to))
CALL(int, stat64, NAME | FILE_, -1, (const char *path, struct stat64 *to), (path, to))
CALL(int, lstat, NAME | FILE_, -1, (const char *path, struct stat *to), (path, to))
CALL(int, lstat64, NAME | FILE_, -1, (const char *path, struct stat64 *to), (path, to))
CALL(int, fstat, FILE_, -1, (int file, struct stat *to), (file, to))
CALL(int, fstat64, FILE_, -1, (int file, struct stat64 *to), (file, to))
CALL(int, fstatat, NAME | FILE_, -1, (int in, const char *path, struct stat *to, int how), (in, path, to, how))
CALL(int, fstatat64, NAME | FILE_, -1, (int in, const char *path, struct stat64 *to, int how), (in, path, to, how))
CALL(ssize_t, readlink, NAME | FILE_, -1, (const char *path, char *to, size_t size), (path, to, size))

CALL(DIR *, opendir, NAME | FILE_ | NUMBER, 0, (const char *path), (path))
CALL(DIR *, fdopendir, FILE_, 0, (int file), (file))
CALL(struct dirent *, readdir, FILE_, 0, (DIR *folder), (folder))
CALL(struct dirent64 *, readdir64, FILE_, 0, (DIR *folder), (folder))

CALL(ssize_t, read, FILE_, -1, (int file, void *to, size_t size), (file, to, size))
CALL(int, dup, FILE_ | NUMBER, -1, (int file), (file))
CALL(int, flock, FILE_, -1, (int file, int how), (file, how))

CALL(int, mkdir, NAME | FILE_ | ROOM, -1, (const char *path, mode_t mode), (path, mode))
CALL(int, link, NAME | FILE_ | ROOM, -1, (const char *path, const char *to), (path, to))
CALL(int, linkat, NAME | FILE_ | ROOM, -1, (int in, const char *path, int there, const char *to, int how),
     (in, path, there, to, how))
CALL(int, rename, NAME | FILE_ | ROOM, -1, (const char *path, const char *to), (path, to))
CALL(int, renameat2, NAME | FILE_ | ROOM, -1, (int in, const char *path, int there, const char *to, unsigned how),
     (in, path, there, to, how))
CALL(int, unlink, NAME | FILE_, -1, (const char *path), (path))
CALL(int, unlinkat, NAME | FILE_, -1, (int in, const char *path, int how), (in, path, how))
CALL(int, rmdir, NAME | FILE_, -1, (const char *path), (path))
CALL(int, chmod, NAME | FILE_, -1, (const char *path, mode_t mode), (path, mode))
CALL(int, fchmod, FILE_, -1, (int file, mode_t mode), (file, mode))
CALL(int, fchmodat, NAME | FILE_, -1, (int in, const char *path, mode_t mode, int how), (in, path, mode, how))

/* Nobody cuts the power here, so a flush need not wait for the disk. */
int fsync(int file) {
    (void)file;
    return fails("fsync", FILE_ | ROOM) ? -1 : 0;
}

int syncfs(int file) {
    (void)file;
    return fails("syncfs", FILE_ | ROOM) ? -1 : 0;
}

/* A file is closed also where that tells of an error. */
int close(int file) {
    static int (*call)(int);
    if (!call) call = (int (*)(int))dlsym(RTLD_NEXT, "close");
    int done = call(file), told = errno;
    if (fails("close", FILE_)) return -1;
    errno = told;
    return done;
}

ssize_t write(int file, const void *from, size_t size) {
    static ssize_t (*call)(int, const void *, size_t);
    if (!call) call = (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    if (!fails("write", file <= STDERR_FILENO ? SPEAKING : FILE_ | ROOM | WRITING)) return call(file, from, size);
    return way == HALF ? call(file, from, (size + 1) / 2) : -1;
}
