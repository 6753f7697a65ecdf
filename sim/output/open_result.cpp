#include "output/open_result.hpp"

#include "output/seal.hpp"
#include "output/source_files.hpp"
#include "output/sweep_schema.hpp"

#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>

namespace restock {

namespace {

int major_of(std::string_view version) {
  int major = -1;
  std::from_chars(version.data(), version.data() + version.size(), major);
  return major;
}

void check_file(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) throw ResultError("not_found", path, error ? error.message() : "no such file");
  if (fs::is_directory(status)) throw ResultError("is_directory", path, "is a directory, not a result file");
  if (!fs::is_regular_file(status)) throw ResultError("not_a_result", path, "is not a regular file");
  if (::access(path.c_str(), R_OK) != 0) throw ResultError("no_permission", path, std::strerror(errno));
}

/// The text of an attribute that a foreign file may not have.
std::string text_or_nothing(const h5::Place& at, const char* name) {
  if (!h5::has_attribute(at, name)) return {};
  try {
    return h5::text_attribute(at, name);
  } catch (const ResultError&) {
    return {};
  }
}

}  // namespace

bool is_hdf5(const std::string& path) {
  h5::prepare_library();
  return H5Fis_hdf5(path.c_str()) > 0;
}

h5::Handle open_any(const std::string& path, std::string& filetype) {
  h5::prepare_library();
  check_file(path);
  check_seal(path);
  if (H5Fis_hdf5(path.c_str()) <= 0)
    throw ResultError("not_a_result", path, "is not an HDF5 file", "results are written by `restock run`");
  // By its own name where `path` is a link: from there it looks for the shards that it may point at.
  std::error_code error;
  const std::string own = std::filesystem::weakly_canonical(path, error).string();
  h5::Handle file(H5Fopen(error ? path.c_str() : own.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
  if (file.get() < 0)
    throw ResultError("damaged", path, "cannot be opened: it is cut short, damaged or still being written");
  const h5::Place root{file.get(), path};
  filetype = text_or_nothing(root, "filetype");
  if (filetype != result_filetype && filetype != sweep_filetype && filetype != cells_filetype)
    throw ResultError("not_a_result", path, "is an HDF5 file, but not a result of restock");
  const std::string version = text_or_nothing(root, "schema_version");
  if (major_of(version) > major_of(result_schema))
    throw ResultError("newer_format", path,
                      "has format " + version + "; this program reads " + std::string(result_schema),
                      "use a newer restock");
  if (major_of(version) > 0 && major_of(version) < major_of(result_schema))
    throw ResultError("older_format", path,
                      "has format " + version + "; this program reads " + std::string(result_schema),
                      "read it with the restock that wrote it, or run its scenario again");
  if (major_of(version) != major_of(result_schema))
    throw ResultError("damaged", path, "has no format version that this program knows");
  if (!h5::has_attribute(root, "complete"))
    throw ResultError("unfinished", path, "was never completed: the run that wrote it was cut short");
  if (filetype == sweep_filetype) check_sources(root);
  return file;
}

h5::Handle open_result(const std::string& path, std::string_view filetype) {
  std::string found;
  h5::Handle file = open_any(path, found);
  if (found == filetype) return file;
  if (found == cells_filetype)
    throw ResultError("other_kind", path, "holds cells of a sweep (a shard or a checkpoint), not a result",
                      "join the shards first: restock merge SHARD.h5... -o OUT.h5");
  if (found == sweep_filetype)
    throw ResultError("other_kind", path, "is the result of a sweep: its values belong to design points",
                      "restock export and xarray read it; to look at one design point alone, restock run with --set");
  throw ResultError("other_kind", path, "is the result of a run, not of a sweep");
}

}  // namespace restock
