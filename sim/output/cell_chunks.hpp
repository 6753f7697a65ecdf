// Which cells share a chunk: the same in shards and in the results they are joined to, so that tables by site and by
// stock point, by far most of what a sweep keeps, go over as they are compressed. Used by this room, and by campaign/
// to cut sweeps where chunks end.
#pragma once

#include "output/sweep_header.hpp"

#include <cstddef>

namespace restock {

/// Design points, alternatives and replications in a chunk. Its cells are consecutive, and every chunk has as many (but
/// the last), because what is cut is divided evenly.
struct CellChunk {
  std::size_t points = 1, alternatives = 1, replications = 1;
  std::size_t cells() const { return points * alternatives * replications; }
};
CellChunk chunk_of_cells(const SweepHeader& header);

/// Whether the sweep keeps such tables.
inline bool has_tables(const SweepHeader& header) { return header.run.detail >= Detail::site; }

}  // namespace restock
