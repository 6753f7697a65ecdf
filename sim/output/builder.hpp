// Builds a file from the schema table: datasets with their attributes and a dimension scale on every axis, so that
// netCDF-4 readers open it. Used by the writer only.
#pragma once

#include "output/h5.hpp"
#include "output/schema.hpp"

#include <map>
#include <string>
#include <vector>

namespace restock {

class Builder {
 public:
  /// Creates the file `part`; messages name `shown`.
  Builder(const std::string& part, std::string shown, Detail detail, std::string start);

  /// Length of an axis, before the first variable over it.
  void set_axis(const std::string& axis, std::size_t length) { length_[axis] = length; }
  /// At most so many places of an axis in one chunk.
  void set_chunk(const std::string& axis, std::size_t places) { in_chunk_[axis] = places; }
  /// Numbers carry checksums from here on, except scalars.
  void add_checksums() { checksums_ = true; }
  /// What the bits of masks mean, before the first variable that has them.
  void set_masks(std::vector<std::string> meanings) { masks_ = std::move(meanings); }
  /// Creates a variable. One over an axis without places is left out, and what is put there is dropped.
  /// With `elsewhere` its values lie in other files.
  void create(const Variable& variable, std::vector<h5::Elsewhere> elsewhere = {});

  template <class T>
  void put(const std::string& key, std::span<const T> values) {
    if (const h5::Handle* dataset = find(key)) h5::write_all(place_, dataset->get(), values);
  }
  void put_text(const std::string& key, const std::vector<std::string>& texts);
  /// Writes the values of one (alternative, replication) cell.
  template <class T>
  void put_cell(const std::string& key, std::size_t alternative, std::size_t replication, std::span<const T> values) {
    if (const h5::Handle* dataset = find(key)) {
      h5::Block block = cell_block(*dataset, alternative, replication);
      h5::write_block(place_, dataset->get(), block, h5::memory_type<T>(), values.data());
    }
  }
  /// Lengths of a variable's axes; none for one that was left out.
  std::vector<std::size_t> extent(const std::string& key) const;
  /// Writes a block of a variable.
  template <class T>
  void put_block(const std::string& key, const h5::Block& block, std::span<const T> values) {
    const h5::Handle* dataset = find(key);
    if (dataset != nullptr && !values.empty())
      h5::write_block(place_, dataset->get(), block, h5::memory_type<T>(), values.data());
  }
  /// A dataset that was created and has values of its own; null for others.
  const h5::Handle* find(const std::string& key) const;
  /// Appends rows to a growing column.
  template <class T>
  void append(const std::string& key, std::span<const T> values, std::size_t at) {
    grow_and_write(key, h5::memory_type<T>(), values.data(), at, values.size());
  }

  /// The root, or a group, which is made if it is not there.
  h5::Place at(const std::string& group);
  /// Closes everything; throws when the file could not be written out.
  void close();

 private:
  h5::Block cell_block(const h5::Handle& dataset, std::size_t alternative, std::size_t replication) const;
  void grow_and_write(const std::string& key, hid_t type, const void* values, std::size_t at, std::size_t count);
  void describe(const Variable& variable, const h5::Place& place) const;

  h5::Place place_;
  h5::Handle file_;
  Detail detail_;
  std::string start_;
  std::map<std::string, std::size_t> length_, in_chunk_;
  bool checksums_ = false;
  std::vector<std::string> masks_;
  std::map<std::string, h5::Handle> groups_, datasets_;  ///< by `group`, `group/name` (root: `name`)
};

/// `group/name`, or `name` in the root.
std::string key_of(const std::string& group, const std::string& name);

}  // namespace restock
