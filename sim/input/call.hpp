// Call notation, `gamma(mean: 18 d, cv: 0.25)`, as a mapping with its kind.
#pragma once

#include "input/node.hpp"
#include "input/report.hpp"

#include <optional>
#include <string_view>

namespace restock {

/// The key that names the member of a family in mapping form.
inline constexpr std::string_view kind_key = "kind";

/// Whether a scalar is written as a call.
bool is_call(const Node& node);

/// The mapping `{kind: gamma, mean: 18 d, cv: 0.25}` that a call stands for; positional arguments have an empty key.
/// nullopt, with the problem reported, when it is not well formed.
std::optional<Node> expand_call(const Node& scalar, const Path& path, Report& report);

}  // namespace restock
