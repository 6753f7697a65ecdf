// Changes to a located tree.
#include "input/edit.hpp"

#include "input/kinds.hpp"

#include <algorithm>

namespace restock {

namespace {

template <class... M>
void search(std::string_view member, std::string_view wanted, std::vector<std::string_view>& found,
            std::type_identity<std::variant<M...>>) {
  const auto one = [&]<class Member>(const Member&) {
    if (Member::name != member || !found.empty()) return;
    const auto names = keys_of<Member>().all;
    if (wanted.empty() || std::find(names.begin(), names.end(), wanted) != names.end()) found = names;
  };
  (one(M{}), ...);
}

/// Moves the parameters of `policy: min_max(s: 4, S: 10)` beside the key: `policy: min_max`, `s: 4`, `S: 10`.
bool spread_policy(Node& map, std::string_view wanted, const Path& path, Report& report) {
  Node* policy = map.find(policy_key);
  if (!policy || !(policy->is_map() || is_call(*policy))) return true;
  if (!open_call(*policy, wanted, path, report)) return false;
  std::vector<Node> parameters;
  Node name;
  for (Node& child : policy->children) {
    if (child.key == kind_key)
      name = child;
    else
      parameters.push_back(std::move(child));
  }
  policy->take_value(name);
  for (Node& parameter : parameters) {
    if (map.find(parameter.key)) continue;  // given twice: the reader will say so where it can
    map.children.push_back(std::move(parameter));
  }
  return true;
}

}  // namespace

std::vector<std::string_view> parameter_order(std::string_view member, std::string_view wanted) {
  std::vector<std::string_view> found;
  search(member, wanted, found, std::type_identity<Policy>{});
  search(member, wanted, found, std::type_identity<Arrivals>{});
  search(member, wanted, found, std::type_identity<Acceptance>{});
  search(member, wanted, found, std::type_identity<Planned>{});
  search(member, wanted, found, std::type_identity<SellerLimit>{});
  search(member, wanted, found, std::type_identity<Quoting>{});
  search(member, wanted, found, std::type_identity<Updates>{});
  search(member, wanted, found, std::type_identity<SlipReaction>{});
  search(member, wanted, found, std::type_identity<Distribution>{});
  return found;
}

bool open_call(Node& value, std::string_view wanted, const Path& path, Report& report) {
  std::optional<Node> call;
  if (value.is_map()) {
    const auto unnamed = [](const Node& child) { return child.key.empty(); };
    if (std::none_of(value.children.begin(), value.children.end(), unnamed)) return true;
    call = value;  // a call inside a call that was opened before
  } else {
    call = expand_call(value, path, report);
  }
  if (!call) return false;
  const Node* kind = call->find(kind_key);
  auto order = parameter_order(kind->text, wanted);
  if (order.empty()) order = parameter_order(kind->text, {});
  std::size_t position = 0;
  for (Node& child : call->children) {
    if (!child.key.empty()) continue;
    if (position >= order.size()) {
      report.error(child.where, path, {"bad_call", "too many parameters for " + kind->text, {}});
      return false;
    }
    child.key = order[position++];
    child.key_where = child.where;
  }
  value.take_value(std::move(*call));
  return true;
}

bool set_key(Node& map, std::string_view key, Node value, const Path& path, Report& report) {
  if (key == policy_key) {
    if (!spread_policy(map, {}, path, report)) return false;
    if (const Node* before = map.find(policy_key)) {
      const auto old_parameters = parameter_order(before->text, {});
      const auto kept =
          value.is_scalar() && !is_call(value) ? parameter_order(value.text, {}) : std::vector<std::string_view>{};
      for (const std::string_view parameter : old_parameters)
        if (std::find(kept.begin(), kept.end(), parameter) == kept.end()) remove_key(map, parameter);
    }
  } else if (!spread_policy(map, key, path, report)) {
    return false;
  }
  if (Node* there = map.find(key)) {
    there->take_value(std::move(value));
    there->key_where = there->where;
    return true;
  }
  value.key = std::string(key);
  value.key_where = value.where;
  map.children.push_back(std::move(value));
  return true;
}

bool remove_key(Node& map, std::string_view key) {
  const auto there =
      std::find_if(map.children.begin(), map.children.end(), [&](const Node& child) { return child.key == key; });
  if (there == map.children.end()) return false;
  map.children.erase(there);
  return true;
}

}  // namespace restock
