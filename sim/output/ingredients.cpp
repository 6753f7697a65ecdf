#include "output/ingredients.hpp"

#include "core/version.hpp"

#include <unistd.h>

#include <array>
#include <fstream>

namespace restock {

namespace {

std::string c_library() {
#ifdef _CS_GNU_LIBC_VERSION
  std::array<char, 128> text{};
  if (::confstr(_CS_GNU_LIBC_VERSION, text.data(), text.size()) > 0) return text.data();
#endif
  return "unknown";
}

std::string hdf5_version() {
  unsigned major = 0, minor = 0, release = 0;
  H5get_libversion(&major, &minor, &release);
  return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(release);
}

std::string processor() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  return "unknown";
}

}  // namespace

std::vector<Ingredient> ingredients() {
  return {{"compiler", std::string(compiler_version())},
          {"boost", std::string(boost_version())},
          {"lua", std::string(lua_version())},
          {"c_library", c_library()},
          {"hdf5", hdf5_version()},
          {"processor", processor()}};
}

std::vector<Ingredient> read_ingredients(const h5::Place& run) {
  std::vector<Ingredient> recorded = ingredients();
  for (Ingredient& each : recorded)
    each.value = h5::has_attribute(run, each.name.c_str()) ? h5::text_attribute(run, each.name.c_str()) : std::string{};
  return recorded;
}

}  // namespace restock
