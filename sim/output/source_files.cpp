#include "output/source_files.hpp"

#include "output/cell_file.hpp"
#include "output/text.hpp"
#include "output/values.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <filesystem>
#include <functional>

namespace restock {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_named = 5;
constexpr std::size_t other_files = 64;  ///< that a process may have open besides

std::string folder_seen_from(const std::string& result) {
  std::error_code error;
  const fs::path absolute = fs::absolute(result);  // what does not exist yet would stay relative
  const fs::path canonical = fs::weakly_canonical(absolute, error);
  return (error ? absolute : canonical).parent_path().string();
}

/// A source's own message begins with its path, which stands before it already.
std::string reason_of(const ResultError& problem) {
  const std::string text = problem.what();
  return text.starts_with(problem.path + ": ") ? text.substr(problem.path.size() + 2) : text;
}

/// Calls `check` for each source; it returns what is wrong. Throws one error for all that are.
void check_each(const h5::Place& root,
                const std::function<std::string(const std::string& path, const std::string& content)>& check) {
  const std::vector<std::string> files = labels(root, "run/source");
  const std::vector<std::string> contents = h5::read_text(root, "run/source_content", files.size());
  if (contents.size() != files.size())
    throw ResultError("damaged", root.path, "dataset source_content does not fit the sources");
  const fs::path folder = folder_seen_from(root.path);
  std::string problems;
  std::size_t bad = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::string what;
    try {
      what = check((folder / files[i]).lexically_normal().string(), contents[i]);
    } catch (const ResultError& problem) {
      what = reason_of(problem);
    }
    if (!what.empty() && ++bad <= most_named) problems += (bad > 1 ? "; " : "") + files[i] + ": " + what;
  }
  if (bad > most_named) problems += "; and " + std::to_string(bad - most_named) + " more";
  if (bad > 0)
    throw ResultError("broken_source", root.path, "has its values in shards that are not as they were: " + problems,
                      "put them back beside the result, or run them again and join them: restock merge --virtual");
}

/// HDF5 keeps each source open while a dataset that it has values of is, and takes one that it cannot open for missing.
void allow_open_files(const h5::Place& root, std::size_t files) {
  const rlim_t wanted = files + other_files;
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
  const rlim_t allowed = limit.rlim_max;
  limit.rlim_cur = std::min(wanted, allowed);
  if (limit.rlim_cur < wanted || ::setrlimit(RLIMIT_NOFILE, &limit) != 0)
    throw ResultError("too_many_files", root.path,
                      "has its values in " + std::to_string(files) + " shards, but a process may open only " +
                          std::to_string(allowed) + " files here",
                      "raise the limit (ulimit -n), or join by copying: restock merge without --virtual");
}

}  // namespace

std::string name_seen_from(const std::string& result, const std::string& file) {
  const fs::path folder = folder_seen_from(result);
  const fs::path there = fs::path(folder_seen_from(file)) / fs::path(file).filename();
  const auto first = [](const fs::path& path) { return path.begin() == path.end() ? path : *std::next(path.begin()); };
  if (folder != folder.root_path() && first(folder) != first(there)) return there.string();
  return there.lexically_relative(folder).string();
}

std::vector<Variable> source_variables() {
  return {{"run", "source", Kind::text, "source", "", "shard that holds values of cells"},
          {"run", "source_content", Kind::text, "source", "", "mark of what it holds"}};
}

void put_sources(Builder& file, const CellSources& sources) {
  std::vector<std::string> contents;
  for (const std::uint64_t content : sources.contents) contents.push_back(hex(content));
  file.put_text("run/source", sources.files);
  file.put_text("run/source_content", contents);
}

bool has_sources(const h5::Place& root) { return holds(root, "run/source"); }

void check_sources(const h5::Place& root) {
  if (!has_sources(root)) return;
  allow_open_files(root, length_of(root, "run/source"));
  check_each(root, [](const std::string& path, const std::string& content) -> std::string {
    const CellFile source(path);
    return hex(source.content()) == content ? "" : "holds other values than the shard that was joined";
  });
}

void find_damaged_source(const h5::Place& root) {
  if (!has_sources(root)) return;
  check_each(root, [](const std::string& path, const std::string&) -> std::string {
    CellFile source(path);
    for (std::size_t row = 0; row < source.cells().size(); ++row) source.row(row);
    return {};
  });
}

std::uint64_t bytes_of_sources(const h5::Place& root) {
  if (!has_sources(root)) return 0;
  const fs::path folder = folder_seen_from(root.path);
  std::uint64_t bytes = 0;
  for (const std::string& file : labels(root, "run/source")) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(folder / file, error);
    if (!error) bytes += size;
  }
  return bytes;
}

}  // namespace restock
