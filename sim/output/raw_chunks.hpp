// Compressed chunks of datasets, taken from one file and put into another as they are. Private to output/.
#pragma once

#include "output/h5.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace restock {

/// A chunk as it lies in a file.
struct RawChunk {
  std::vector<unsigned char> bytes;
  std::uint32_t skipped = 0;  ///< a bit for each filter that was of no use to it, as deflating what cannot be deflated
};

/// The chunk that begins at `offset` of a dataset that was shuffled, deflated and given checksums, without its
/// checksum, which is checked. Throws a ResultError when it does not hold, or when the chunks are not of that kind or
/// that size.
RawChunk checked_chunk(const h5::Place& at, hid_t dataset, const std::vector<hsize_t>& offset,
                       const std::vector<hsize_t>& size);

/// Puts it into a dataset that is shuffled and deflated; chunks hold as many elements in the same order.
void put_chunk(const h5::Place& at, hid_t dataset, const std::vector<hsize_t>& offset, const RawChunk& chunk);

/// Whether a dataset lies in chunks of so many elements.
bool has_chunks_of(hid_t dataset, hsize_t elements);

/// Fletcher's checksum as HDF5 appends it to a chunk: over 16-bit words, the high byte first; an odd last byte is a
/// high one.
std::uint32_t fletcher32(const unsigned char* data, std::size_t size);

}  // namespace restock
