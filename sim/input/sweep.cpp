// Reads the key `sweep:`, but for its factors.
#include "input/sweep.hpp"

#include "input/call.hpp"
#include "input/scalars.hpp"
#include "input/sweep_section_reader.hpp"
#include "input/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace restock {

namespace {

constexpr std::string_view sweep_key = "sweep";
constexpr std::array<std::string_view, 4> design_names{"grid", "zip", "latin_hypercube", "sobol"};

}  // namespace

std::optional<SweepSection> SweepSectionReader::read(const Node& node) {
  const Path here{nullptr, sweep_key, -1};
  if (!node.is_map()) {
    refuse(node.where, here, {"wrong_type", "is not a mapping", "write sweep: { factors: { … } }"});
    return std::nullopt;
  }
  check_keys(node, here, {"design", "factors"});
  section_.design_where = node.key_where;
  if (const Node* design = node.find("design")) read_design(*design, here.named("design"));
  const Node* factors = node.find("factors");
  if (!factors || !factors->is_map() || factors->children.empty()) {
    refuse(factors ? factors->where : node.where, here,
           {"missing_key", "factors are missing", "factors: { name: { path: …, values: [ … ] } }"});
    return std::nullopt;
  }
  for (const Node& factor : factors->children) read_factor(factor, here.named("factors").named(factor.key));
  if (report_.errors() > 0) return std::nullopt;
  return std::move(section_);
}

void SweepSectionReader::check_keys(const Node& map, const Path& path, const std::vector<std::string_view>& known) {
  for (const Node& child : map.children)
    if (std::find(known.begin(), known.end(), child.key) == known.end())
      refuse(child.key_where, path.named(child.key),
             {"unknown_key", "is not a known key", hint_among(child.key, known)});
}

bool SweepSectionReader::whole_number(const Node& node, const Path& path, std::size_t low, std::size_t high,
                                      std::size_t& out) {
  std::uint64_t value = 0;
  Fault fault;
  if (!node.is_scalar() || node.quoted) return refuse(node.where, path, {"wrong_type", "is not a whole number", {}});
  if (!restock::parse(node.text, value, fault)) return refuse(node.where, path, fault);
  if (value < low || value > high)
    return refuse(node.where, path,
                  {"out_of_range", fmt::format("{} does not lie between {} and {}", value, low, high), {}});
  out = static_cast<std::size_t>(value);
  return true;
}

void SweepSectionReader::read_design(const Node& node, const Path& path) {
  section_.design_where = node.where;
  Node form = node;
  if (is_call(node)) {
    auto call = expand_call(node, path, report_);
    if (!call) return;
    form = std::move(*call);
  }
  const Node* kind = form.is_map() ? form.find(kind_key) : &form;
  const std::vector<std::string_view> known(design_names.begin(), design_names.end());
  const auto found = kind && kind->is_scalar() ? std::find(known.begin(), known.end(), kind->text) : known.end();
  if (found == known.end()) {
    refuse(node.where, path,
           {"unknown_kind", "is not a known design", hint_among(kind && kind->is_scalar() ? kind->text : "", known)});
    return;
  }
  section_.design = static_cast<DesignKind>(found - known.begin());
  read_points(form, node.where, path);
}

/// `latin_hypercube(points: 40)`, `latin_hypercube(40)`.
void SweepSectionReader::read_points(const Node& form, Where where, const Path& path) {
  const bool sampled = section_.design == DesignKind::latin_hypercube || section_.design == DesignKind::sobol;
  bool given = false;
  for (const Node& child : form.children) {
    if (child.key == kind_key) continue;
    if (!sampled || (child.key != "points" && !child.key.empty()) || given) {
      refuse(child.where, path,
             {"unknown_key", "is not a parameter of " + std::string(to_text(section_.design)),
              sampled ? "it has points" : "it has none"});
      return;
    }
    given = whole_number(child, path.named("points"), 1, most_design_points, section_.points);
    if (!given) return;
  }
  if (sampled && !given)
    refuse(where, path,
           {"missing_key", "says not how many points", fmt::format("write {}(points: 50)", to_text(section_.design))});
}

bool has_sweep(const Document& document) { return document.root.find(sweep_key) != nullptr; }

std::optional<SweepSection> read_sweep(Document& document, Issues& issues) {
  const Node* written = document.root.find(sweep_key);
  if (!written) return std::nullopt;
  const Node node = *written;
  return SweepSectionReader(document, issues).read(node);
}

std::string_view to_text(DesignKind kind) { return design_names[static_cast<std::size_t>(kind)]; }

}  // namespace restock
