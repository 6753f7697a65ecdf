// Changes to a located tree by path: what patches and tables with dotted columns are made of.
#pragma once

#include "input/call.hpp"
#include "input/node.hpp"
#include "input/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace restock {

/// The key of an inline family: its parameters are written beside it.
inline constexpr std::string_view policy_key = "policy";

/// Parameter names, in order, of the family member of this name that has a parameter `wanted` (any, when empty).
std::vector<std::string_view> parameter_order(std::string_view member, std::string_view wanted);

/// Rewrites a value written as a call into its mapping, so that one parameter of it can be set.
bool open_call(Node& value, std::string_view wanted, const Path& path, Report& report);

/// Sets one key of a mapping. Knows that `policy: min_max(…)` holds parameters that are also reached beside it, and
/// that a new policy takes the parameters of the old one away.
bool set_key(Node& map, std::string_view key, Node value, const Path& path, Report& report);
/// Removes a key; false when it is not there.
bool remove_key(Node& map, std::string_view key);

}  // namespace restock
