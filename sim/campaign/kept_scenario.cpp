#include "campaign/kept_scenario.hpp"

#include "campaign/variant.hpp"
#include "core/hash.hpp"
#include "input/source.hpp"
#include "output/error.hpp"

#include <unistd.h>

#include <fmt/format.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

namespace restock {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view table_mark = "# --- ";

[[noreturn]] void refuse_text(const std::string& result) {
  throw ResultError("damaged", result, "keeps a scenario text that is not as results keep it");
}

/// `# --- data/demand.csv: 312 bytes, hash 0123456789abcdef`
bool read_mark(std::string_view line, KeptTable& table) {
  constexpr std::string_view bytes_word = " bytes, hash ";
  const std::size_t colon = line.rfind(": "), bytes = line.rfind(bytes_word);
  if (colon == std::string_view::npos || bytes == std::string_view::npos || bytes < colon) return false;
  table.name = line.substr(table_mark.size(), colon - table_mark.size());
  const auto number = [](std::string_view text, auto& value, int base) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return error == std::errc{} && end == text.data() + text.size();
  };
  return number(line.substr(colon + 2, bytes - colon - 2), table.bytes, 10) &&
         number(line.substr(bytes + bytes_word.size()), table.hash, 16);
}

/// The lines behind a mark, without the `# ` before each; the last may have had no end.
std::string read_content(std::string_view text, std::size_t& at, std::size_t bytes) {
  std::string content;
  while (content.size() < bytes && text.substr(at).starts_with("# ")) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    content += text.substr(at + 2, end - at - 2);
    at = std::min(end + 1, text.size());
    if (content.size() < bytes) content += '\n';
  }
  return content;
}

/// Below the folder, and nowhere else: a result may come from anywhere.
bool stays_below(const std::string& name) { return !table_name_fault(name) || !script_name_fault(name); }

std::string read_whole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_whole(const std::string& path, const std::string& content) {
  std::ofstream out(path, std::ios::binary);
  out << content;
  out.close();
  if (!out) throw ResultError("io_error", path, std::string("cannot write: ") + std::strerror(errno));
}

/// What a table that was not kept is now, if it is still what it was.
std::string found_again(const KeptTable& table, const std::string& result, const std::string& folder) {
  const std::string path = (fs::path(folder) / table.name).string();
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored))
    throw ResultError("not_found", path,
                      fmt::format("is not there; {} keeps only the hash of so large a table", result),
                      "say with --tables in which folder the scenario lay");
  std::string content = read_whole(path);
  if (hash_name(content) != table.hash)
    throw ResultError("changed", path,
                      fmt::format("is not the table that {} was made from: {} bytes, hash {:016x}; it had {} bytes, "
                                  "hash {:016x}",
                                  result, content.size(), hash_name(content), table.bytes, table.hash),
                      "bring the table back as it was; without it nothing gives the same bits");
  return content;
}

}  // namespace

KeptText take_apart(const std::string& text, const std::string& result) {
  KeptText kept;
  std::size_t at = text.starts_with(table_mark) ? 0 : text.find("\n" + std::string(table_mark));
  if (at == std::string::npos) at = text.size();
  if (at > 0 && at < text.size()) ++at;
  kept.scenario = text.substr(0, at);
  while (at < text.size()) {
    KeptTable table;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    if (!line.starts_with(table_mark) || !read_mark(line, table)) refuse_text(result);
    at = std::min(end + 1, text.size());
    table.has_content = table.bytes <= most_kept_table;
    if (table.has_content) {
      table.content = read_content(text, at, table.bytes);
      if (table.content.size() != table.bytes || hash_name(table.content) != table.hash) refuse_text(result);
    }
    kept.tables.push_back(std::move(table));
  }
  return kept;
}

KeptScenario::KeptScenario(const std::string& text, const std::string& result, const std::string& tables) {
  const KeptText kept = take_apart(text, result);
  std::error_code error;
  folder_ = (fs::temp_directory_path(error) / "restock-XXXXXX").string();
  if (error || ::mkdtemp(folder_.data()) == nullptr)
    throw ResultError("io_error", folder_, std::string("cannot make a folder: ") + std::strerror(errno));
  try {
    lay_out(kept, result, tables);
  } catch (...) {
    fs::remove_all(folder_, error);
    throw;
  }
}

void KeptScenario::lay_out(const KeptText& text, const std::string& result, const std::string& tables) const {
  write_whole(path(), text.scenario);
  for (const KeptTable& table : text.tables) {
    if (!stays_below(table.name)) refuse_text(result);
    const std::string place = folder_ + "/" + table.name;
    std::error_code ignored;
    fs::create_directories(fs::path(place).parent_path(), ignored);
    write_whole(place, table.has_content ? table.content : found_again(table, result, tables));
  }
}

KeptScenario::~KeptScenario() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

}  // namespace restock
