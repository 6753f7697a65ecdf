// A table of rules of which many plans name a row: plans with the same key share one. Used inside compile/ only.
#pragma once

#include <map>
#include <vector>

namespace restock {

/// `Key` is whatever decides the rules (numbers of entries in the scenario, mostly), so that equal rules are found
/// without comparing them; a table of k rows costs log k a plan.
template <class Id, class Key, class Row>
class Shared {
 public:
  explicit Shared(std::vector<Row>& table) : table_(table) {}

  template <class Make>
  Id id_of(const Key& key, Make make) {
    const auto [at, is_new] = ids_.try_emplace(key, Id(table_.size()));
    if (is_new) table_.push_back(make());
    return at->second;
  }

 private:
  std::vector<Row>& table_;
  std::map<Key, Id> ids_;
};

}  // namespace restock
