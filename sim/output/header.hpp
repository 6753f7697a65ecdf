// What every kind of result file begins with: attributes that say what it is, axes and their labels. Used by the
// writers and readers of this room.
#pragma once

#include "output/builder.hpp"
#include "output/results.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace restock {

/// The lengths of all axes, and what the bits of masks mean.
void set_axes(Builder& file, const ResultHeader& header);
void put_header(const h5::Place& root, const ResultHeader& header, std::string_view filetype);
/// Every group has its own copy of the labels of its axes: readers do not look outside a group.
void put_labels(Builder& file, const ResultHeader& header);
/// 0, 1, …
std::vector<std::int32_t> numbered(std::size_t count);

/// Labels of the bins of waits.
void put_bins(Builder& file, std::size_t bins);
void put_run(Builder& file, const RunFacts& run);

/// What put_header wrote; replications and axes are read from labels.
ResultHeader read_header_attributes(const h5::Place& root);
std::uint64_t hex_attribute(const h5::Place& at, const char* name);
/// What put_run wrote.
RunFacts read_run(const h5::Place& root);
/// A finite number.
double number_attribute(const h5::Place& at, const char* name);

}  // namespace restock
