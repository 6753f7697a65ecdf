#include "network/names.hpp"

#include "input/words.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace restock {

bool is_glob(std::string_view pattern) { return pattern.find_first_of("*?") != std::string_view::npos; }

bool glob_matches(std::string_view pattern, std::string_view name) {
  std::size_t p = 0, n = 0, star = std::string_view::npos, resume = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = n;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
      ++p;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

std::uint32_t NameIndex::add(std::string_view name) {
  const auto [at, is_new] = index_.emplace(name, static_cast<std::uint32_t>(names_.size()));
  names_.push_back(name);
  return is_new ? nothing : at->second;
}

std::uint32_t NameIndex::find(std::string_view name) const {
  const auto at = index_.find(name);
  return at == index_.end() ? nothing : at->second;
}

std::string NameIndex::hint(std::string_view name) const {
  if (names_.empty()) return "there is no " + kind_ + " in this scenario";
  constexpr std::size_t most = 20'000;  // a suggestion is a courtesy and must not take seconds
  if (names_.size() <= most) return hint_among(name, names_);
  return hint_among(name, {names_.begin(), names_.begin() + most});
}

bool NameSet::has(std::uint32_t id) const { return all || std::binary_search(ids.begin(), ids.end(), id); }

Selection::Selection(const Scenario& scenario, Complaints& complain) : scenario_(&scenario), complain_(&complain) {
  const auto twice = [&](const NameIndex& index, const auto& thing, const Where& first) {
    complain.error(thing.where, index.kind() + "s." + thing.name, "duplicate_name",
                   "there are two " + index.kind() + "s named " + thing.name,
                   first.line > 0 ? "the first is on line " + std::to_string(first.line) : "");
  };
  for (const Site& site : scenario.sites)
    if (const std::uint32_t first = sites_.add(site.name); first != nothing)
      twice(sites_, site, scenario.sites[first].where);
  for (const Product& product : scenario.products)
    if (const std::uint32_t first = products_.add(product.name); first != nothing)
      twice(products_, product, scenario.products[first].where);
  for (const CalendarRule& calendar : scenario.calendars)
    if (const std::uint32_t first = calendars_.add(calendar.name); first != nothing)
      twice(calendars_, calendar, scenario.calendars[first].where);
}

std::uint32_t Selection::resolve(const NameIndex& index, const Reference& reference, const std::string& path) {
  const std::uint32_t found = index.find(reference.name);
  if (found == nothing)
    complain_->error(reference.where, path, "unknown_" + index.kind(),
                     "there is no " + index.kind() + " named " + reference.name, index.hint(reference.name));
  return found;
}

std::uint32_t Selection::site(const Reference& reference, const std::string& path) {
  return resolve(sites_, reference, path);
}
std::uint32_t Selection::calendar(const Reference& reference, const std::string& path) {
  return resolve(calendars_, reference, path);
}
std::uint32_t Selection::product(const Reference& reference, const std::string& path) {
  return resolve(products_, reference, path);
}

bool Selection::expand(const NameIndex& index, const Selector& selector, Where where, const std::string& path,
                       NameSet& into) {
  bool good = true;
  for (const std::string& pattern : selector.patterns) {
    if (!is_glob(pattern)) {
      const std::uint32_t found = resolve(index, {pattern, where}, path);
      if (found == nothing)
        good = false;
      else
        into.ids.push_back(found);
      continue;
    }
    const std::size_t before = into.ids.size();
    for (std::size_t i = 0; i < index.names().size(); ++i)
      if (glob_matches(pattern, index.names()[i])) into.ids.push_back(static_cast<std::uint32_t>(i));
    if (into.ids.size() > before) continue;
    good = false;
    complain_->error(where, path, "matches_nothing", pattern + " matches no " + index.kind(), index.hint(pattern));
  }
  std::sort(into.ids.begin(), into.ids.end());
  into.ids.erase(std::unique(into.ids.begin(), into.ids.end()), into.ids.end());
  return good;
}

namespace {

std::string wording(const Selector& selector) {
  std::string text;
  for (const std::string& pattern : selector.patterns) text += pattern + '\n';
  return text;
}

NameSet everything(std::size_t count) {
  NameSet set{std::vector<std::uint32_t>(count), true};
  std::iota(set.ids.begin(), set.ids.end(), 0U);
  return set;
}

}  // namespace

const NameSet* Selection::stocking(const Selector& selector, Where owner, const std::string& path) {
  const Where where = selector.where.line > 0 ? selector.where : owner;
  const std::string key = wording(selector);
  if (const auto known = site_sets_.find(key); known != site_sets_.end()) return &known->second;
  NameSet set;
  if (selector.patterns.empty())
    set = everything(scenario_->sites.size());
  else if (!expand(sites_, selector, where, path, set))
    return nullptr;
  const auto holds_none = [&](std::uint32_t id) {
    return scenario_->sites[id].kind == SiteKind::supplier || scenario_->sites[id].kind == SiteKind::port;
  };
  for (const std::string& pattern : selector.patterns) {
    if (is_glob(pattern) || !holds_none(sites_.find(pattern))) continue;
    if (scenario_->sites[sites_.find(pattern)].kind == SiteKind::port)
      complain_->error(where, path, "port_has_no_stock", pattern + " is a port: goods only pass through it",
                       "name a plant, warehouse or store");
    else
      complain_->error(where, path, "supplier_has_no_stock", pattern + " is a supplier: it holds no stock of its own",
                       "name a plant, warehouse or store");
    return nullptr;
  }
  std::erase_if(set.ids, holds_none);
  set.all = false;
  if (set.ids.empty()) {
    complain_->error(where, path, "matches_nothing", "no plant, warehouse or store is selected",
                     "only these hold stock: suppliers are outside the network, ports pass goods on");
    return nullptr;
  }
  return &site_sets_.emplace(key, std::move(set)).first->second;
}

const NameSet* Selection::carried(const Selector& selector, const std::string& class_name, Where owner,
                                  const std::string& path) {
  const Where where = selector.where.line > 0 ? selector.where : owner;
  const std::string key = wording(selector) + '\r' + class_name;
  if (const auto known = product_sets_.find(key); known != product_sets_.end()) return &known->second;
  NameSet set;
  if (selector.patterns.empty())
    set = everything(scenario_->products.size());
  else if (!expand(products_, selector, where, path, set))
    return nullptr;
  if (!class_name.empty()) {
    set.all = false;
    std::erase_if(set.ids, [&](std::uint32_t id) { return scenario_->products[id].class_name != class_name; });
    if (set.ids.empty()) {
      std::set<std::string_view> classes;
      for (const Product& product : scenario_->products)
        if (!product.class_name.empty()) classes.insert(product.class_name);
      const bool exists = classes.count(class_name) > 0;
      complain_->error(
          owner, path.substr(0, path.rfind('.')) + ".class", "matches_nothing",
          exists ? "no selected product is of class " + class_name : "no product is of class " + class_name,
          exists ? "" : hint_among(class_name, {classes.begin(), classes.end()}));
      return nullptr;
    }
  }
  return &product_sets_.emplace(key, std::move(set)).first->second;
}

}  // namespace restock
