#include "fuzz/targets.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace restock::fuzz {

namespace {

/// Goes with the process that made it.
struct Folder {
  std::filesystem::path path;
  Folder() {
    const char* root = std::getenv("RESTOCK_TEST_TMP");
    if (root == nullptr) root = ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    path = std::filesystem::path(root) / ("restock-fuzz-" + std::to_string(::getpid()));
    std::filesystem::create_directories(path);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

}  // namespace

std::string file_of(std::string_view bytes, std::string_view name) {
  static const Folder folder;
  const std::string path = (folder.path / name).string();
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

void expect(bool kept, const char* promise) {
  if (!kept) throw std::logic_error(promise);
}

}  // namespace restock::fuzz
