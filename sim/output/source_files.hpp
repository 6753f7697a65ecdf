// The sources of a result in files: writing which they are, what of the result lies where, and whether they are still
// what they were. Used by the writers and readers of this room.
#pragma once

#include "output/builder.hpp"
#include "output/sources.hpp"
#include "output/sweep_header.hpp"

#include <cstdint>
#include <vector>

namespace restock {

/// Datasets of /run, for results that have sources.
std::vector<Variable> source_variables();
void put_sources(Builder& file, const CellSources& sources);

/// Where the values of a dataset of a sweep's result lie; nothing for those that are of variants, not of cells.
std::vector<h5::Elsewhere> elsewhere(const Variable& variable, const SweepHeader& header, const CellSources& sources);

bool has_sources(const h5::Place& root);
/// Throws a ResultError that names the sources that are missing, damaged, or other ones than when they were joined, or
/// says that not all of them can be open at once.
void check_sources(const h5::Place& root);
/// After a value could not be read: reads everything and throws a ResultError that names the source it was; returns
/// when there are none, or all is well with them.
void find_damaged_source(const h5::Place& root);
/// How large the sources are together.
std::uint64_t bytes_of_sources(const h5::Place& root);

}  // namespace restock
