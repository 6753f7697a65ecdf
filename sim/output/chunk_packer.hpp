// Blocks of values on their way into a dataset, chunk by chunk, packed here rather than by HDF5's own filters, which
// take several times as long. What is written is what they would have written, but for how repeats were looked for.
// Used by builder.cpp.
#pragma once

#include "output/deflate.hpp"
#include "output/h5.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace restock {

class ChunkPacker {
 public:
  /// Whether a block is whole chunks, or ends where the dataset does.
  static bool takes(const h5::Block& block, const h5::Chunks& chunks, std::span<const hsize_t> extent);

  /// Writes such a block; values are as they are stored.
  void write(const h5::Place& at, hid_t dataset, const h5::Block& block, const h5::Chunks& chunks, const void* values);

 private:
  std::span<const unsigned char> gather(const h5::Block& block, const h5::Chunks& chunks,
                                        const std::vector<hsize_t>& from, const unsigned char* values);

  Deflater deflater_;
  std::vector<unsigned char> chunk_, with_checksum_;
};

}  // namespace restock
