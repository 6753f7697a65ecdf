#include "output/raw_chunks.hpp"

#include <algorithm>
#include <array>

namespace restock {

namespace {

constexpr std::size_t checksum_bytes = 4;

std::vector<H5Z_filter_t> filters_of(hid_t plan) {
  std::vector<H5Z_filter_t> filters;
  for (int i = 0; i < H5Pget_nfilters(plan); ++i) {
    unsigned flags = 0, settings = 0;
    std::size_t count = 0;
    filters.push_back(H5Pget_filter2(plan, static_cast<unsigned>(i), &flags, &count, nullptr, 0, nullptr, &settings));
  }
  return filters;
}

/// Empty where a dataset is not chunked.
std::vector<hsize_t> chunk_size(hid_t plan) {
  if (H5Pget_layout(plan) != H5D_CHUNKED) return {};
  std::vector<hsize_t> size(H5S_MAX_RANK);
  const int rank = H5Pget_chunk(plan, H5S_MAX_RANK, size.data());
  size.resize(static_cast<std::size_t>(std::max(rank, 0)));
  return size;
}

}  // namespace

std::uint32_t fletcher32(const unsigned char* data, std::size_t size) {
  constexpr std::size_t words_before_overflow = 360;
  std::uint32_t sum = 0, sum_of_sums = 0;
  const auto fold_back = [](std::uint32_t word) { return (word & 0xffffU) + (word >> 16U); };
  for (std::size_t at = 0; at < size;) {
    for (std::size_t words = 0; words < words_before_overflow && at < size; ++words, at += 2) {
      sum += (static_cast<std::uint32_t>(data[at]) << 8U) | (at + 1 < size ? data[at + 1] : 0U);
      sum_of_sums += sum;
    }
    sum = fold_back(sum);
    sum_of_sums = fold_back(sum_of_sums);
  }
  return (fold_back(sum_of_sums) << 16U) | fold_back(sum);
}

bool has_chunks_of(hid_t dataset, hsize_t elements) {
  const h5::Handle plan(H5Dget_create_plist(dataset), H5Pclose);
  const std::vector<hsize_t> size = chunk_size(plan.get());
  hsize_t product = size.empty() ? 0 : 1;
  for (const hsize_t n : size) product *= n;
  return product == elements &&
         filters_of(plan.get()) == std::vector<H5Z_filter_t>{H5Z_FILTER_SHUFFLE, H5Z_FILTER_DEFLATE};
}

RawChunk checked_chunk(const h5::Place& at, hid_t dataset, const std::vector<hsize_t>& offset,
                       const std::vector<hsize_t>& size) {
  const h5::Handle plan(H5Dget_create_plist(dataset), H5Pclose);
  if (chunk_size(plan.get()) != size ||
      filters_of(plan.get()) !=
          std::vector<H5Z_filter_t>{H5Z_FILTER_SHUFFLE, H5Z_FILTER_DEFLATE, H5Z_FILTER_FLETCHER32})
    throw ResultError("damaged", at.path, "its chunks are not those of a shard");
  hsize_t stored = 0;
  h5::checked(H5Dget_chunk_storage_size(dataset, offset.data(), &stored), at.path, "cannot read");
  RawChunk chunk;
  chunk.bytes.resize(stored);
  if (stored <= checksum_bytes ||
      H5Dread_chunk(dataset, H5P_DEFAULT, offset.data(), &chunk.skipped, chunk.bytes.data()) < 0 || chunk.skipped > 3)
    throw ResultError("damaged", at.path, "a chunk of its tables cannot be read");
  const std::size_t size_without = chunk.bytes.size() - checksum_bytes;
  std::uint32_t kept = 0;
  for (std::size_t i = checksum_bytes; i-- > 0;) kept = (kept << 8U) | chunk.bytes[size_without + i];
  if (fletcher32(chunk.bytes.data(), size_without) != kept)
    throw ResultError("damaged", at.path, "a chunk of its tables does not have its checksum");
  chunk.bytes.resize(size_without);
  return chunk;
}

void put_chunk(const h5::Place& at, hid_t dataset, const std::vector<hsize_t>& offset, const RawChunk& chunk) {
  h5::checked(
      H5Dwrite_chunk(dataset, H5P_DEFAULT, chunk.skipped, offset.data(), chunk.bytes.size(), chunk.bytes.data()),
      at.path, "cannot write");
}

}  // namespace restock
