/**
 * Error numbers: what Node's error codes are on Linux, and the texts of `os.strerror` (glibc).
 */
export const ERRNO = new Map<string, readonly [number, string]>([
  ['EPERM', [1, 'Operation not permitted']],
  ['ENOENT', [2, 'No such file or directory']],
  ['ESRCH', [3, 'No such process']],
  ['EINTR', [4, 'Interrupted system call']],
  ['EIO', [5, 'Input/output error']],
  ['ENXIO', [6, 'No such device or address']],
  ['E2BIG', [7, 'Argument list too long']],
  ['ENOEXEC', [8, 'Exec format error']],
  ['EBADF', [9, 'Bad file descriptor']],
  ['ECHILD', [10, 'No child processes']],
  ['EAGAIN', [11, 'Resource temporarily unavailable']],
  ['ENOMEM', [12, 'Cannot allocate memory']],
  ['EACCES', [13, 'Permission denied']],
  ['EFAULT', [14, 'Bad address']],
  ['ENOTBLK', [15, 'Block device required']],
  ['EBUSY', [16, 'Device or resource busy']],
  ['EEXIST', [17, 'File exists']],
  ['EXDEV', [18, 'Invalid cross-device link']],
  ['ENODEV', [19, 'No such device']],
  ['ENOTDIR', [20, 'Not a directory']],
  ['EISDIR', [21, 'Is a directory']],
  ['EINVAL', [22, 'Invalid argument']],
  ['ENFILE', [23, 'Too many open files in system']],
  ['EMFILE', [24, 'Too many open files']],
  ['ENOTTY', [25, 'Inappropriate ioctl for device']],
  ['ETXTBSY', [26, 'Text file busy']],
  ['EFBIG', [27, 'File too large']],
  ['ENOSPC', [28, 'No space left on device']],
  ['ESPIPE', [29, 'Illegal seek']],
  ['EROFS', [30, 'Read-only file system']],
  ['EMLINK', [31, 'Too many links']],
  ['EPIPE', [32, 'Broken pipe']],
  ['EDOM', [33, 'Numerical argument out of domain']],
  ['ERANGE', [34, 'Numerical result out of range']],
  ['ENAMETOOLONG', [36, 'File name too long']],
  ['ENOSYS', [38, 'Function not implemented']],
  ['ENOTEMPTY', [39, 'Directory not empty']],
  ['ELOOP', [40, 'Too many levels of symbolic links']],
  ['ENOTSUP', [95, 'Operation not supported']],
  ['ETIMEDOUT', [110, 'Connection timed out']],
  ['ECONNREFUSED', [111, 'Connection refused']],
]);

/** Returns errno and text of an error thrown by Node; undefined if it is none of the system's. */
export function osErrorOf(error: unknown): { errno: number; text: string } | undefined {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') return undefined;
  const found = ERRNO.get(code);
  if (found !== undefined) return { errno: found[0], text: found[1] };
  const errno = (error as { errno?: unknown }).errno;
  return typeof errno === 'number' ? { errno: Math.abs(errno), text: code } : undefined;
}

/** Returns `os.strerror(errno)`. */
export function strerror(errno: number): string {
  for (const [n, text] of ERRNO.values()) if (n === errno) return text;
  return `Unknown error ${errno}`;
}
