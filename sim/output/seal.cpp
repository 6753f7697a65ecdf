#include "output/seal.hpp"

#include "core/hash.hpp"
#include "output/error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

namespace restock {

namespace {

constexpr std::string_view mark = "restock: sum 1\n\n";
struct Seal {
  std::array<char, 16> mark{};
  std::uint64_t length = 0;  ///< of all that is before the seal
  std::uint64_t sum = 0;
};
static_assert(sizeof(Seal) == 32 && mark.size() == 16);

class File {
 public:
  File(const std::string& path, int flags) : path_(path), number_(::open(path.c_str(), flags | O_CLOEXEC)) {
    if (number_ < 0) fail("cannot be opened");
  }
  ~File() { ::close(number_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  struct stat facts() const {
    struct stat found {};
    if (::fstat(number_, &found) != 0) fail("cannot be read");
    return found;
  }
  /// Fewer bytes than asked for only at the end.
  std::size_t read(char* to, std::size_t count) const {
    std::size_t done = 0;
    while (done < count) {
      const ssize_t got = ::read(number_, to + done, count - done);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) fail("cannot be read");
      if (got == 0) break;
      done += static_cast<std::size_t>(got);
    }
    return done;
  }
  void read_at(std::uint64_t place, Seal& seal) const {
    if (::pread(number_, &seal, sizeof seal, static_cast<off_t>(place)) != static_cast<ssize_t>(sizeof seal))
      fail("cannot be read");
  }
  void write(const Seal& seal) const {
    const ssize_t written = ::write(number_, &seal, sizeof seal);
    if (written != static_cast<ssize_t>(sizeof seal)) {
      if (written >= 0) errno = ENOSPC;
      fail("cannot be written");
    }
  }

 private:
  [[noreturn]] void fail(const char* doing) const { fail_for(errno, path_, doing); }
  const std::string& path_;
  int number_;
};

/// Over the next `length` bytes of a file; the same on every processor that has the least significant byte first.
std::uint64_t sum_of(const File& file, std::uint64_t length) {
  std::vector<char> block(std::size_t{1} << 20U);
  std::array<std::uint64_t, 4> lanes{0x9e3779b97f4a7c15U, 0xbf58476d1ce4e5b9U, 0x94d049bb133111ebU,
                                     0x2545f4914f6cdd1dU};
  for (std::uint64_t left = length; left > 0;) {
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left, block.size()));
    const std::size_t got = file.read(block.data(), wanted);
    if (got == 0) return 0;  // shorter than it was a moment ago
    left -= got;
    std::memset(block.data() + got, 0, std::min(block.size() - got, (32 - got % 32) % 32));
    for (std::size_t at = 0; at < got; at += 32)
      for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        std::uint64_t word = 0;
        std::memcpy(&word, block.data() + at + 8 * lane, 8);
        lanes[lane] = fold(lanes[lane] ^ word, 0xd6e8feb86659fd93U) + word;
      }
  }
  return fold(fold(lanes[0], ~lanes[1]) ^ lanes[2], ~lanes[3]) ^ length;
}

/// Files that were found as they were sealed, so that none is summed twice while it stays the same.
class Known {
 public:
  bool has(const struct stat& file) {
    const std::lock_guard lock(guard_);
    return files_.count(key(file)) > 0;
  }
  void add(const struct stat& file) {
    const std::lock_guard lock(guard_);
    files_.insert(key(file));
  }

 private:
  using Key = std::tuple<dev_t, ino_t, off_t, std::int64_t, std::int64_t>;
  static Key key(const struct stat& f) { return {f.st_dev, f.st_ino, f.st_size, f.st_ctim.tv_sec, f.st_ctim.tv_nsec}; }
  std::mutex guard_;
  std::set<Key> files_;
};

Known& known() {
  static Known files;
  return files;
}

std::array<char, 1'024> opened{};  // never resized, never freed: a signal handler reads it

}  // namespace

const char* last_opened() { return opened.data(); }

void seal(const std::string& part) {
  Seal seal;
  std::copy(mark.begin(), mark.end(), seal.mark.begin());
  {
    const File file(part, O_RDONLY);
    seal.length = static_cast<std::uint64_t>(file.facts().st_size);
    seal.sum = sum_of(file, seal.length);
  }
  File(part, O_WRONLY | O_APPEND).write(seal);
}

void check_seal(const std::string& path) {
  path.copy(opened.data(), opened.size() - 1);
  opened[std::min(path.size(), opened.size() - 1)] = '\0';
  const File file(path, O_RDONLY);
  const struct stat facts = file.facts();
  const auto size = static_cast<std::uint64_t>(facts.st_size);
  if (size < sizeof(Seal) || known().has(facts)) return;
  Seal found;
  file.read_at(size - sizeof found, found);
  if (std::string_view(found.mark.data(), found.mark.size()) != mark) return;
  if (found.length != size - sizeof found || sum_of(file, found.length) != found.sum)
    throw ResultError("damaged", path, "is damaged: its bytes are not those that were written",
                      "run the scenario again, or take a copy of the file that is as it was");
  known().add(facts);
}

}  // namespace restock
