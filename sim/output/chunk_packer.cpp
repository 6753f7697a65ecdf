#include "output/chunk_packer.hpp"

#include "output/raw_chunks.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

namespace restock {

namespace {

/// A dataset's own value for what is not there, which the last chunk of an axis has beyond the end.
void fill(std::span<unsigned char> bytes, const h5::Chunks& chunks) {
  if (!chunks.nan_fill) {
    std::ranges::fill(bytes, static_cast<unsigned char>(0));
    return;
  }
  constexpr double absent = std::numeric_limits<double>::quiet_NaN();
  for (std::size_t at = 0; at < bytes.size(); at += sizeof absent)
    std::memcpy(bytes.data() + at, &absent, sizeof absent);
}

/// The next place in a box of so many, the last axis first; false after the last one.
bool advance(std::vector<hsize_t>& place, const std::vector<hsize_t>& step, const std::vector<hsize_t>& end) {
  for (std::size_t axis = place.size(); axis-- > 0;) {
    place[axis] += step[axis];
    if (place[axis] < end[axis]) return true;
    place[axis] = 0;
  }
  return false;
}

}  // namespace

bool ChunkPacker::takes(const h5::Block& block, const h5::Chunks& chunks, std::span<const hsize_t> extent) {
  if (chunks.size.empty()) return false;
  for (std::size_t axis = 0; axis < extent.size(); ++axis) {
    const hsize_t end = block.start[axis] + block.count[axis];
    if (block.start[axis] % chunks.size[axis] != 0 || (end % chunks.size[axis] != 0 && end != extent[axis]) ||
        block.count[axis] == 0)
      return false;
  }
  return true;
}

/// A chunk that begins at a place within the block: where it lies in one piece, those bytes themselves.
std::span<const unsigned char> ChunkPacker::gather(const h5::Block& block, const h5::Chunks& chunks,
                                                   const std::vector<hsize_t>& from, const unsigned char* values) {
  const std::size_t rank = from.size(), last = rank - 1;
  std::vector<hsize_t> there(rank), stride(rank, 1), stride_of_chunk(rank, 1);
  for (std::size_t axis = last; axis-- > 0;) {
    stride[axis] = stride[axis + 1] * block.count[axis + 1];
    stride_of_chunk[axis] = stride_of_chunk[axis + 1] * chunks.size[axis + 1];
  }
  hsize_t elements = 1, first = 0;
  bool in_one_piece = true, is_one = true;
  for (std::size_t axis = 0; axis < rank; ++axis) {
    there[axis] = std::min(chunks.size[axis], block.count[axis] - from[axis]);
    elements *= chunks.size[axis];
    first += from[axis] * stride[axis];
    in_one_piece = in_one_piece && there[axis] == chunks.size[axis] && (is_one || there[axis] == block.count[axis]);
    is_one = is_one && there[axis] == 1;
  }
  values += first * chunks.bytes;
  if (in_one_piece) return {values, elements * chunks.bytes};
  chunk_.resize(elements * chunks.bytes);
  fill(chunk_, chunks);
  std::vector<hsize_t> row(rank, 0), step(rank, 1);
  step[last] = there[last];  // rows along the last axis go as they are
  do {
    hsize_t to = 0, of = 0;
    for (std::size_t axis = 0; axis < rank; ++axis) {
      to += row[axis] * stride_of_chunk[axis];
      of += row[axis] * stride[axis];
    }
    std::memcpy(chunk_.data() + to * chunks.bytes, values + of * chunks.bytes, there[last] * chunks.bytes);
  } while (advance(row, step, there));
  return chunk_;
}

void ChunkPacker::write(const h5::Place& at, hid_t dataset, const h5::Block& block, const h5::Chunks& chunks,
                        const void* values) {
  h5::prepare_library();
  std::vector<hsize_t> from(block.count.size(), 0), offset(block.count.size());
  const auto row = static_cast<std::size_t>(chunks.size.back());
  do {
    for (std::size_t axis = 0; axis < from.size(); ++axis) offset[axis] = block.start[axis] + from[axis];
    const std::span<const unsigned char> chunk = gather(block, chunks, from, static_cast<const unsigned char*>(values));
    std::span<const unsigned char> packed =
        deflater_.pack(chunk.data(), chunks.bytes, chunk.size() / chunks.bytes, row);
    if (chunks.checksums) {
      with_checksum_.assign(packed.begin(), packed.end());
      const std::uint32_t sum = fletcher32(packed.data(), packed.size());
      for (unsigned shift = 0; shift < 32; shift += 8)
        with_checksum_.push_back(static_cast<unsigned char>(sum >> shift & 0xffU));
      packed = with_checksum_;
    }
    h5::checked(H5Dwrite_chunk(dataset, H5P_DEFAULT, 0, offset.data(), packed.size(), packed.data()), at.path,
                "cannot write");
  } while (advance(from, chunks.size, block.count));
}

}  // namespace restock
