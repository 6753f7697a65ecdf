// Names to numbers: exact look-up, "did you mean", globs and selectors. Used inside network/; the globs also where the
// checks of a scenario name sites and alternatives.
#pragma once

#include "core/where.hpp"
#include "input/scenario.hpp"
#include "network/complain.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace restock {

inline constexpr std::uint32_t nothing = 0xffffffffU;  ///< "no such index"

/// `*` stands for any run of characters, `?` for exactly one.
bool is_glob(std::string_view pattern);
bool glob_matches(std::string_view pattern, std::string_view name);

/// Names of one kind of thing (sites, products), in declaration order. The names must outlive it.
class NameIndex {
 public:
  explicit NameIndex(std::string kind) : kind_(std::move(kind)) {}
  /// Index of the first thing of that name, or `nothing` when it is new and was added.
  std::uint32_t add(std::string_view name);
  std::uint32_t find(std::string_view name) const;
  const std::vector<std::string_view>& names() const { return names_; }
  const std::string& kind() const { return kind_; }  ///< "site", "product"
  /// "did you mean reno-dc?", or what there is to choose from.
  std::string hint(std::string_view name) const;

 private:
  std::string kind_;
  std::vector<std::string_view> names_;
  std::unordered_map<std::string_view, std::uint32_t> index_;
};

/// What a selector stands for: indices in ascending order.
struct NameSet {
  std::vector<std::uint32_t> ids;
  bool all = false;
  bool has(std::uint32_t id) const;
};

/// Expands selectors, once for each distinct wording. Problems are reported at the selector; the result is then null.
class Selection {
 public:
  Selection(const Scenario& scenario, Complaints& complain);

  const NameIndex& sites() const { return sites_; }
  const NameIndex& products() const { return products_; }
  /// The site or product that a reference names, or `nothing` after a complaint.
  std::uint32_t site(const Reference& reference, const std::string& path);
  std::uint32_t product(const Reference& reference, const std::string& path);
  std::uint32_t calendar(const Reference& reference, const std::string& path);
  /// Sites that hold stock: globs pass over suppliers, naming one is an error.
  const NameSet* stocking(const Selector& selector, Where owner, const std::string& path);
  /// Products by name, then only those of the class when one is given.
  const NameSet* carried(const Selector& selector, const std::string& class_name, Where owner, const std::string& path);
  /// Names of any kind. False after a complaint.
  bool choose(const NameIndex& index, const Selector& selector, Where owner, const std::string& path, NameSet& into) {
    return expand(index, selector, selector.where.line > 0 ? selector.where : owner, path, into);
  }

 private:
  std::uint32_t resolve(const NameIndex& index, const Reference& reference, const std::string& path);
  bool expand(const NameIndex& index, const Selector& selector, Where where, const std::string& path, NameSet& into);

  const Scenario* scenario_;
  Complaints* complain_;
  NameIndex sites_{"site"};
  NameIndex products_{"product"};
  NameIndex calendars_{"calendar"};
  std::map<std::string, NameSet> site_sets_;
  std::map<std::string, NameSet> product_sets_;
};

}  // namespace restock
