// What the files of a sweep have in common: attributes and factors. Used by their writers and readers.
#pragma once

#include "output/builder.hpp"
#include "output/sweep_header.hpp"

#include <string>
#include <vector>

namespace restock {

void set_sweep_axes(Builder& file, const SweepHeader& header);
void put_sweep_header(const h5::Place& root, const SweepHeader& header);
/// Design points and factors of a group; they are coordinates of its datasets.
void put_factors(Builder& file, const std::string& group, const SweepHeader& header);

Holds holds_of(const ResultHeader& header);
std::vector<double> days_of(const std::vector<Time>& instants);
/// Memory that the values of one cell take, without waits.
std::size_t row_bytes_of(const SweepHeader& header);

/// What put_sweep_header and put_factors wrote, and everything else that a header holds.
SweepHeader read_sweep_header(const h5::Place& root, bool of_cells);

}  // namespace restock
