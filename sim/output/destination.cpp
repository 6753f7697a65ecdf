#include "output/destination.hpp"

#include "output/error.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace restock {

namespace {

namespace fs = std::filesystem;

std::string folder_of(const std::string& path) {
  const fs::path parent = fs::path(path).parent_path();
  return parent.empty() ? "." : parent.string();
}

[[noreturn]] void fail(const std::string& path, const char* doing, int number) {
  const bool full = number == ENOSPC || number == EDQUOT;
  throw ResultError(full ? "disk_full" : "io_error", path, std::string(doing) + ": " + std::strerror(number));
}

void sync(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path, "cannot open to flush", errno);
  const int outcome = ::fsync(file);
  const int number = errno;
  ::close(file);
  if (outcome != 0 && number != EINVAL) fail(path, "cannot flush", number);  // EINVAL: a file system that cannot sync
}

}  // namespace

void check_destination(const std::string& path, bool force) {
  std::error_code ignored;
  if (path.empty()) throw ResultError("not_found", "(empty)", "a result needs a file name");
  if (fs::is_directory(path, ignored)) throw ResultError("is_directory", path, "is a directory, not a result file");
  const std::string folder = folder_of(path);
  if (!fs::exists(folder, ignored))
    throw ResultError("not_found", path, "the directory " + folder + " does not exist", "create it first");
  if (!fs::is_directory(folder, ignored)) throw ResultError("not_found", path, folder + " is not a directory");
  if (fs::exists(fs::symlink_status(path, ignored)) && !force)
    throw ResultError("result_exists", path, "a result of that name exists",
                      "choose another name, or --force to replace it");
  if (::access(folder.c_str(), W_OK | X_OK) != 0)
    throw ResultError("no_permission", path, "cannot write into " + folder + ": " + std::strerror(errno));
}

std::string part_of(const std::string& path) { return path + ".part"; }

std::string unique_part_of(const std::string& path) {
  static std::atomic<unsigned> number = 0;
  std::array<char, 256> host{};
  if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '?';
  const std::string name = "." + fs::path(path).filename().string() + "." + host.data() + "." +
                           std::to_string(::getpid()) + "." + std::to_string(number++) + ".part";
  return (fs::path(path).parent_path() / name).string();
}

void publish(const std::string& path) { publish(part_of(path), path); }

void publish(const std::string& part, const std::string& path) {
  sync(part);
  if (std::rename(part.c_str(), path.c_str()) != 0) fail(path, "cannot give the result its name", errno);
  sync(folder_of(path));
}

}  // namespace restock
