// Reads and checks the bytes of input files.
#include "input/source.hpp"

#include "input/words.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace restock {

namespace {

/// Of a file that is not there: the one beside it that was probably meant.
std::string hint_of_file(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  std::vector<std::string> names;
  constexpr std::size_t most = 10'000;  // of a folder that is not for scenarios, the first ones will do
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end && names.size() < most;
       entry.increment(error))
    if (!entry->is_directory(error)) names.push_back(entry->path().filename().string());
  std::sort(names.begin(), names.end());
  const std::string nearest(nearest_word(path.filename().string(), {names.begin(), names.end()}));
  if (nearest.empty()) return "check the spelling and the folder you are in";
  return "did you mean " + (path.has_parent_path() ? (path.parent_path() / nearest).string() : nearest) + "?";
}

}  // namespace

std::optional<Fault> file_fault(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory)
      return Fault{"unreadable_file", "cannot be read: " + error.message(), {}};
    return Fault{"missing_file", "there is no file " + path, hint_of_file(path)};
  }
  if (std::filesystem::is_directory(status))
    return Fault{"not_a_file", path + " is a folder, not a file", "name a file in it"};
  errno = 0;
  if (!std::ifstream(path, std::ios::binary))
    return Fault{"unreadable_file", "cannot be read: " + std::string(std::strerror(errno)), "check its permissions"};
  return std::nullopt;
}

std::optional<std::string> read_file(const std::string& path, std::size_t largest, Fault& fault) {
  if (auto wrong = file_fault(path)) {
    fault = *wrong;
    return std::nullopt;
  }
  std::ifstream in(path, std::ios::binary);
  std::string text;
  std::vector<char> chunk(std::size_t{1} << 16U);
  while (in && text.size() <= largest) {
    in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    text.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) {
    fault = {"unreadable_file", "could not be read to its end", {}};
    return std::nullopt;
  }
  if (text.size() > largest) {
    fault = {"too_large", "is larger than " + std::to_string(largest >> 20U) + " MB", "put bulk data into CSV tables"};
    return std::nullopt;
  }
  return text;
}

std::size_t first_bad_utf8(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned c = byte(i);
    if (c < 0x80) {
      i += 1;
    } else if (c >= 0xC2 && c <= 0xDF && tail(i + 1)) {
      i += 2;
    } else if (c >= 0xE0 && c <= 0xEF && tail(i + 1) && tail(i + 2) && !(c == 0xE0 && byte(i + 1) < 0xA0) &&
               !(c == 0xED && byte(i + 1) > 0x9F)) {
      i += 3;
    } else if (c >= 0xF0 && c <= 0xF4 && tail(i + 1) && tail(i + 2) && tail(i + 3) &&
               !(c == 0xF0 && byte(i + 1) < 0x90) && !(c == 0xF4 && byte(i + 1) > 0x8F)) {
      i += 4;
    } else {
      return i;
    }
  }
  return std::string_view::npos;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Lines::Lines(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') starts_.push_back(i + 1);
}

Where Lines::at(std::size_t offset, std::uint32_t file) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::size_t>(next - starts_.begin()) - 1;
  return at_line(line, offset - starts_[line], file);
}

Where Lines::at_line(std::size_t line, std::size_t byte, std::uint32_t file) const {
  line = std::min(line, starts_.size() - 1);
  const std::size_t start = starts_[line];
  byte = std::min(byte, text_.size() - start);
  return {file, static_cast<int>(line) + 1, static_cast<int>(characters(text_.substr(start, byte))) + 1};
}

namespace {

/// Whether a file lies where all that belongs to a scenario has to.
std::optional<Fault> name_of_file_fault(std::string_view name, std::string_view ending, const std::string& what) {
  const std::filesystem::path path{std::string(name)};
  const std::string where = what + " lie in the scenario's folder or below it; name them relative to it";
  if (name.empty()) return Fault{"bad_file_name", "the file name is empty", where};
  if (path.is_absolute()) return Fault{"bad_file_name", "`" + std::string(name) + "` is an absolute path", where};
  for (const auto& part : path)
    if (part == "..") return Fault{"bad_file_name", "`" + std::string(name) + "` leaves the scenario's folder", where};
  if (path.extension() != ending)
    return Fault{"bad_file_name", "`" + std::string(name) + "` does not end in " + std::string(ending),
                 what + " are " + (ending == ".csv" ? "CSV" : "Lua") + " files"};
  return std::nullopt;
}

}  // namespace

std::optional<Fault> table_name_fault(std::string_view name) { return name_of_file_fault(name, ".csv", "tables"); }

std::optional<Fault> script_name_fault(std::string_view name) { return name_of_file_fault(name, ".lua", "scripts"); }

}  // namespace restock
