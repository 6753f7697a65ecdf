#include "output/error.hpp"

#include <cerrno>
#include <cstring>

namespace restock {

void fail_for(int number, const std::string& path, std::string_view doing) {
  std::string code = "io_error", reason = std::strerror(number);
  switch (number) {
    case ENOSPC:
      code = "disk_full", reason = "the disk is full";
      break;
    case EDQUOT:
      code = "disk_full", reason = "the disk quota is used up";
      break;
    case EFBIG:
      code = "file_too_large", reason = "the file would exceed the size limit (ulimit -f)";
      break;
    case EACCES:
    case EPERM:
      code = "no_permission", reason = "permission denied";
      break;
    case EROFS:
      code = "no_permission", reason = "the file system is read-only";
      break;
    case ENOENT:
      code = "not_found", reason = "no such file or directory";
      break;
    case EAGAIN:
      reason = "the file is locked by another program";
      break;
    default:
      break;
  }
  throw ResultError(std::move(code), path, std::string(doing) + ": " + reason);
}

}  // namespace restock
