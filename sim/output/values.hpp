// Whole datasets read with distrust: no size is believed that the file cannot have. Used by the readers of this room.
#pragma once

#include "output/axes.hpp"
#include "output/h5.hpp"

#include <string>
#include <vector>

namespace restock {

inline constexpr std::size_t most_labels = 50'000'000;  ///< of one axis
inline constexpr hsize_t most_deflated = 1'100;         ///< deflate gains at most a factor of 1,032

/// All values of a dataset whose extent must be what the labels say.
template <class T>
std::vector<T> read_values(const h5::Place& at, const std::string& name, const std::vector<hsize_t>& expected) {
  const h5::Handle dataset = h5::open_dataset(at, name.c_str());
  if (h5::extent_of(at, dataset.get()) != expected)
    throw ResultError("damaged", at.path, "dataset " + name + " does not fit the labels of its axes");
  std::size_t elements = 1;
  for (const hsize_t n : expected) elements *= n;
  std::vector<T> values(elements);
  if (elements > 0)
    h5::checked(H5Dread(dataset.get(), h5::memory_type<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), at.path,
                "cannot read " + name);
  return values;
}

bool holds(const h5::Place& at, const std::string& name);
/// The length of a list of labels, 0 where there is none.
std::size_t length_of(const h5::Place& at, const std::string& axis);
std::vector<std::string> labels(const h5::Place& at, const std::string& axis);

/// Where a kind of file has the labels of axes that only some of its datasets have.
struct AxisPaths {
  const char* segment;
  const char* disruption;
};
Axes read_axes(const h5::Place& root, Detail detail, const AxisPaths& paths);

/// Throws when a file of this size, with others that it points at, cannot hold so many cells.
void check_cells(const h5::Place& root, std::size_t cells, std::uint64_t elsewhere = 0);

}  // namespace restock
