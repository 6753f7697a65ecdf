#include "output/destination.hpp"

#include "output/error.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>
#include <filesystem>

namespace restock {

namespace {

namespace fs = std::filesystem;

std::string folder_of(const std::string& path) {
  const fs::path parent = fs::path(path).parent_path();
  return parent.empty() ? "." : parent.string();
}

/// Makes a file or a folder durable; messages are about `name`.
void sync(const std::string& path, const std::string& name, const char* doing) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail_for(errno, name, doing);
  const int outcome = ::fsync(file);
  const int number = errno;
  ::close(file);
  if (outcome != 0 && number != EINVAL) fail_for(number, name, doing);  // EINVAL: a file system that cannot sync
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

namespace {

/// How the temporary names of a file begin that processes of this machine choose; then `process.number.part`.
std::string beginning_of_parts(const std::string& path) {
  std::array<char, 256> host{};
  if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '?';
  return "." + fs::path(path).filename().string() + "." + host.data() + ".";
}

}  // namespace

std::string unique_part_of(const std::string& path) {
  static std::atomic<unsigned> number = 0;
  const std::string name =
      beginning_of_parts(path) + std::to_string(::getpid()) + "." + std::to_string(number++) + ".part";
  return (fs::path(path).parent_path() / name).string();
}

void remove_abandoned_parts(const std::string& path) {
  const std::string beginning = beginning_of_parts(path);
  const fs::file_time_type lately = fs::file_time_type::clock::now() - std::chrono::minutes(10);
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_of(path), error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(beginning) || !name.ends_with(".part")) continue;
    pid_t process = 0;
    const char* const end = name.data() + name.size();
    const auto [rest, wrong] = std::from_chars(name.data() + beginning.size(), end, process);
    if (wrong != std::errc{} || *rest != '.' || process <= 0) continue;
    if (::kill(process, 0) == 0 || errno != ESRCH) continue;
    if (fs::last_write_time(entry.path(), error) < lately && !error) fs::remove(entry.path(), error);
  }
}

PartFile::~PartFile() {
  std::error_code ignored;
  if (!published_) fs::remove(path_, ignored);
}

void PartFile::publish(const std::string& name) {
  sync(path_, name, "cannot be flushed to the disk");
  if (std::rename(path_.c_str(), name.c_str()) != 0) fail_for(errno, name, "cannot give the result its name");
  published_ = true;
  sync(folder_of(name), name, "is there, but its folder cannot be flushed to the disk");
}

void publish(const std::string& path) { PartFile(part_of(path)).publish(path); }

}  // namespace restock
