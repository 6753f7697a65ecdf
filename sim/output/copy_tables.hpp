// Tables by site and by stock point of shards, put into the result as they are compressed. Private to output/.
#pragma once

#include "output/builder.hpp"
#include "output/sources.hpp"
#include "output/sweep_header.hpp"

namespace restock {

/// Whether each chunk of the result's tables is one of a shard's: shards begin and end where chunks do.
bool tables_fit(const Builder& file, const SweepHeader& header, const CellSources& sources);

/// Copies all of them; the sources' paths are those that open here. Checks each chunk's checksum. Throws a ResultError.
void copy_tables(Builder& file, const SweepHeader& header, const CellSources& sources);

}  // namespace restock
