#include "output/digest.hpp"

#include "core/hash.hpp"
#include "output/open_result.hpp"
#include "output/source_files.hpp"
#include "output/text.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <set>
#include <string_view>

namespace restock {

namespace {

constexpr std::size_t slab_elements = 1U << 20U;

/// Two folding hashes side by side: 128 bits.
class Digest {
 public:
  void word(std::uint64_t w) {
    low_ = fold(low_ ^ w, 0xbf58476d1ce4e5b9U) + w;
    high_ = fold(high_ + w, 0x94d049bb133111ebU) ^ std::rotl(w, 31);
  }
  void bytes(const void* data, std::size_t size) {
    const auto* from = static_cast<const unsigned char*>(data);
    word(size);
    for (; size >= 8; size -= 8, from += 8) {
      std::uint64_t w = 0;
      std::memcpy(&w, from, 8);
      word(w);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, from, size);
    word(rest);
  }
  void text(std::string_view t) { bytes(t.data(), t.size()); }
  std::string hex_digits() const { return hex(fold(low_, ~high_)) + hex(fold(high_, ~low_)); }

 private:
  std::uint64_t low_ = 0x9e3779b97f4a7c15U, high_ = 0x2545f4914f6cdd1dU;
};

/// Attributes that the dimension scales keep for themselves: file addresses, not content.
bool is_bookkeeping(std::string_view name) { return name == "DIMENSION_LIST" || name == "REFERENCE_LIST"; }

herr_t note_name(hid_t, const char* name, const H5L_info_t*, void* to) {
  static_cast<std::set<std::string>*>(to)->insert(name);
  return 0;
}
herr_t note_attribute(hid_t, const char* name, const H5A_info_t*, void* to) {
  if (!is_bookkeeping(name)) static_cast<std::set<std::string>*>(to)->insert(name);
  return 0;
}

void add_attribute(Digest& digest, const h5::Place& at, const std::string& name) {
  const h5::Handle attribute(H5Aopen(at.id, name.c_str(), H5P_DEFAULT), H5Aclose);
  const h5::Handle type(H5Aget_type(attribute.get()), H5Tclose), space(H5Aget_space(attribute.get()), H5Sclose);
  digest.text(name);
  if (H5Tis_variable_str(type.get()) > 0)
    throw ResultError("damaged", at.path, "attribute " + name + " is of a kind that results do not have");
  const hssize_t count = H5Sget_simple_extent_npoints(space.get());
  std::vector<char> data(H5Tget_size(type.get()) * static_cast<std::size_t>(std::max<hssize_t>(count, 0)));
  if (!data.empty()) h5::checked(H5Aread(attribute.get(), type.get(), data.data()), at.path, "cannot read");
  digest.bytes(data.data(), data.size());
}

void add_attributes(Digest& digest, const h5::Place& at) {
  std::set<std::string> names;
  hsize_t from = 0;
  h5::checked(H5Aiterate2(at.id, H5_INDEX_NAME, H5_ITER_INC, &from, note_attribute, &names), at.path, "cannot read");
  for (const std::string& name : names) add_attribute(digest, at, name);
}

/// Numbers, read in slabs along the slowest axis; where a slab ends depends on the extent alone.
void add_numbers(Digest& digest, const h5::Place& at, hid_t dataset, hid_t type, const std::vector<hsize_t>& extent) {
  hsize_t row = 1;
  for (std::size_t i = 1; i < extent.size(); ++i) row *= extent[i];
  if (row == 0) return;
  const hsize_t step = std::max<hsize_t>(slab_elements / row, 1);
  std::vector<char> data;
  for (hsize_t from = 0; from < extent[0]; from += step) {
    h5::Block block{std::vector<hsize_t>(extent.size(), 0), extent};
    block.start[0] = from;
    block.count[0] = std::min(step, extent[0] - from);
    data.resize(block.count[0] * row * H5Tget_size(type));
    h5::read_block(at, dataset, block, type, data.data());
    digest.bytes(data.data(), data.size());
  }
}

void add_dataset(Digest& digest, const h5::Place& at, const std::string& name) {
  const h5::Handle dataset = h5::open_dataset(at, name.c_str());
  const std::vector<hsize_t> extent = h5::extent_of(at, dataset.get());
  const h5::Handle type(H5Dget_type(dataset.get()), H5Tclose);
  for (const hsize_t n : extent) digest.word(n);
  if (H5Tget_class(type.get()) == H5T_STRING) {
    for (const std::string& text : h5::read_text(at, name.c_str(), 50'000'000)) digest.text(text);
  } else if (!extent.empty()) {
    add_numbers(digest, at, dataset.get(), type.get(), extent);
  }
  add_attributes(digest, {dataset.get(), at.path});
}

void add_group(Digest& digest, const h5::Place& at, const std::string& path) {
  if (path.size() > 200) throw ResultError("damaged", at.path, "groups are nested deeper than a result's");
  std::set<std::string> names;
  h5::checked(H5Literate(at.id, H5_INDEX_NAME, H5_ITER_INC, nullptr, note_name, &names), at.path, "cannot read");
  add_attributes(digest, at);
  for (const std::string& name : names) {
    if (path.empty() && name == "run") continue;
    std::string inner = path;
    inner += '/';
    inner += name;
    digest.text(inner);
    const h5::Handle object(h5::checked(H5Oopen(at.id, name.c_str(), H5P_DEFAULT), at.path, "cannot read"), H5Oclose);
    if (H5Iget_type(object.get()) == H5I_GROUP)
      add_group(digest, {object.get(), at.path}, inner);
    else
      add_dataset(digest, at, name);
  }
}

}  // namespace

std::string digest(const std::string& path) {
  std::string kind;
  const h5::Handle file = open_any(path, kind);
  Digest sum;
  try {
    add_group(sum, {file.get(), path}, "");
  } catch (const ResultError&) {
    find_damaged_source({file.get(), path});
    throw;
  }
  return sum.hex_digits();
}

}  // namespace restock
