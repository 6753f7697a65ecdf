// The group /inputs: input uncertainty against simulation uncertainty. Used by the writer only.
#pragma once

#include "output/builder.hpp"
#include "output/results.hpp"

namespace restock {

/// Names and what they are; then, once all cells are there, the spread of every metric.
void put_input_labels(Builder& file, const ResultHeader& header);
void write_inputs(Builder& file, const Results& results);
/// The names again, of a file that has them.
ResampledInputs read_inputs(const h5::Place& root);

}  // namespace restock
