#include "input/attribution.hpp"

#include "input/causes.hpp"
#include "input/report.hpp"
#include "input/scalars.hpp"
#include "input/section.hpp"
#include "input/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace restock {

namespace {

constexpr std::string_view attribution_key = "attribution";

class AttributionReader {
 public:
  AttributionReader(const Document& document, Issues& issues) : report_(issues, document.sources.names) {}

  std::optional<AttributionSection> read(const Node& node) {
    const Path here{nullptr, attribution_key, -1};
    if (!node.is_map()) {
      refuse(node.where, here, {"wrong_type", "is not a mapping", "write attribution: { groups: { … } }"});
      return std::nullopt;
    }
    constexpr std::array<std::string_view, 3> known{"groups", "outcomes", "permutations"};
    for (const Node& child : node.children)
      if (std::find(known.begin(), known.end(), child.key) == known.end())
        refuse(child.key_where, here.named(child.key),
               {"unknown_key", "is not a known key", hint_among(child.key, {known.begin(), known.end()})});
    if (const Node* groups = node.find("groups")) read_groups(*groups, here.named("groups"));
    if (const Node* outcomes = node.find("outcomes")) read_outcomes(*outcomes, here.named("outcomes"));
    if (const Node* number = node.find("permutations")) read_permutations(*number, here.named("permutations"));
    if (report_.errors() > 0) return std::nullopt;
    return std::move(section_);
  }

 private:
  void refuse(Where where, const Path& path, const Fault& fault) { report_.error(where, path, fault); }

  void read_groups(const Node& node, const Path& path) {
    if (!node.is_map() || node.children.empty()) {
      refuse(node.where, path,
             {"wrong_type", "is not a mapping of names to patches",
              "write name: { path: value, … }, the patches that switch the cause off, or name: surges"});
      return;
    }
    for (const Node& group : node.children) read_group(group, path.named(group.key));
  }

  void read_group(const Node& node, const Path& path) {
    CauseGroup group{node.key, node.key_where, {}, {}};
    if (const auto fault = name_fault(node.key)) refuse(node.key_where, path, *fault);
    if (node.is_map() && !node.children.empty()) {
      for (const Node& change : node.children) {
        Patch patch{change.key, change, change.key_where, {}};
        patch.value.key.clear();
        group.patches.push_back(std::move(patch));
      }
    } else if (node.is_list() && !node.children.empty()) {
      for (const Node& kind : node.children) read_kind(kind, path, group);
    } else {
      read_kind(node, path, group);
    }
    section_.groups.push_back(std::move(group));
  }

  void read_kind(const Node& node, const Path& path, CauseGroup& group) {
    std::vector<std::string_view> names;
    for (const CauseKind& kind : cause_kinds()) names.push_back(kind.name);
    if (!node.is_scalar() || std::find(names.begin(), names.end(), node.text) == names.end()) {
      refuse(node.where, path,
             {"unknown_kind", "is neither a mapping of patches nor a kind of cause",
              hint_among(node.is_scalar() ? node.text : "", names)});
      return;
    }
    group.kinds.push_back(node.text);
  }

  void read_outcomes(const Node& node, const Path& path) {
    const bool is_list = node.is_list() && !node.children.empty();
    for (const Node& one : is_list ? node.children : std::vector<Node>{node}) {
      if (!one.is_scalar()) {
        refuse(one.where, path, {"wrong_type", "is not the name of an outcome", "write lost, cancelled or a metric"});
        continue;
      }
      if (std::find(section_.outcomes.begin(), section_.outcomes.end(), one.text) != section_.outcomes.end()) {
        refuse(one.where, path, {"duplicate_value", one.text + " is named twice", "remove one of them"});
        continue;
      }
      section_.outcomes.push_back(one.text);
      section_.outcomes_where.push_back(one.where);
    }
  }

  void read_permutations(const Node& node, const Path& path) {
    std::uint64_t value = 0;
    Fault fault;
    if (!node.is_scalar() || node.quoted)
      refuse(node.where, path, {"wrong_type", "is not a whole number", {}});
    else if (!restock::parse(node.text, value, fault))
      refuse(node.where, path, fault);
    else if (value < 1 || value > most_permutations)
      refuse(node.where, path,
             {"out_of_range", fmt::format("{} does not lie between 1 and {}", value, most_permutations), {}});
    else
      section_.permutations = static_cast<std::size_t>(value);
  }

  Report report_;
  AttributionSection section_;
};

}  // namespace

bool has_attribution(const Document& document) { return document.root.find(attribution_key) != nullptr; }

std::optional<AttributionSection> read_attribution(const Document& document, Issues& issues) {
  const Node* written = document.root.find(attribution_key);
  if (!written) return AttributionSection{};
  return AttributionReader(document, issues).read(*written);
}

}  // namespace restock
