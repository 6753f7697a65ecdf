// Reads a member of a family (a distribution, a policy, …) in all its notations. Used by read.cpp only.
#pragma once

#include "input/call.hpp"
#include "input/reader.hpp"

namespace restock {

/// Gives positional arguments of a call the names of the member's fields, in their order.
template <class M>
bool name_arguments(ReadContext& context, Node& call, const Path& path) {
  if (std::none_of(call.children.begin(), call.children.end(), [](const Node& child) { return child.key.empty(); }))
    return true;
  const std::vector<std::string_view> order = keys_of<M>(false).all;
  std::size_t position = 0;
  bool named = false;
  for (Node& child : call.children) {
    if (child.key == kind_key) continue;
    if (!child.key.empty()) {
      named = true;
      continue;
    }
    if (named)
      return refuse(
          context, child, path,
          {"bad_call", "a parameter without name follows one with a name", "give all later parameters a name"});
    if (position >= order.size()) {
      return refuse(context, child, path,
                    {"bad_call",
                     std::string(M::name) + " takes " + std::to_string(order.size()) + " parameter" +
                         (order.size() == 1 ? "" : "s"),
                     order.empty() ? "write " + std::string(M::name) : hint_among("", order)});
    }
    child.key = order[position++];
    child.key_where = child.where;
    const auto same = std::count_if(call.children.begin(), call.children.end(),
                                    [&](const Node& other) { return other.key == child.key; });
    if (same > 1)
      return refuse(context, child, path, {"given_twice", child.key + " is given twice, by place and by name", {}});
  }
  return true;
}

template <class M, class V>
bool read_member(ReadContext& context, Node& call, const Path& path, bool bare, V& out) {
  if (!name_arguments<M>(context, call, path)) return false;
  M member{};
  FieldReader reader(context, call, path, bare);
  reader.skip(kind_key);
  M::fields(member, reader);
  if (!reader.finish()) return false;
  out = std::move(member);
  return true;
}

template <class... M>
bool unknown_member(ReadContext& context, const Node& at, const Path& path, std::string_view name,
                    const std::variant<M...>&) {
  const std::vector<std::string_view> names{M::name...};
  const std::string_view near = nearest_word(name, names);
  std::string list;
  for (const std::string_view known : names) list += (list.empty() ? "" : ", ") + std::string(known);
  return refuse(context, at, path,
                {"unknown_kind", "`" + std::string(name) + "` is not known here",
                 near.empty() ? "known: " + list : "did you mean " + std::string(near) + "?"});
}

/// A family in all its notations: a bare name, a call, a mapping with `kind`, or a bare number where it stands for one.
template <class... M>
bool read_family(ReadContext& context, const Node& node, const Path& path, std::variant<M...>& out) {
  using V = std::variant<M...>;
  Node call;
  bool bare = false;
  if (node.is_map()) {
    call = node;
  } else if (is_call(node)) {
    auto expanded = expand_call(node, path, context.report);
    if (!expanded) return false;
    call = std::move(*expanded);
  } else {
    const std::string example = "one of: " + [] {
      std::string names;
      ((names += (names.empty() ? "" : ", ") + std::string(M::name)), ...);
      return names;
    }();
    if (!expect_scalar(context, node, path, example)) return false;
    call.kind = Node::Kind::map;
    call.where = node.where;
    Node value = node;
    value.key.clear();
    if (looks_like_number(node.text) && !bare_means<V>.empty()) {
      bare = true;
      Node kind = scalar_node(std::string(bare_means<V>), node.where);
      kind.key = kind_key;
      call.children = {std::move(kind), std::move(value)};
    } else {
      value.key = kind_key;
      call.children = {std::move(value)};
    }
  }
  const Node* kind = call.find(kind_key);
  if (!kind)
    return refuse(context, node, path, {"missing_key", "kind is missing", hint_among("", FamilyNames<V>::all())});
  if (!expect_scalar(context, *kind, path.named(kind_key), "a name")) return false;
  const std::string name = kind->text;
  const Where kind_where = kind->where;
  bool ok = false;
  const bool known = ((name == M::name ? (ok = read_member<M>(context, call, path, bare, out), true) : false) || ...);
  if (known) return ok;
  Node at;
  at.where = kind_where;
  return unknown_member(context, at, path, name, out);
}

template <class... M>
void FieldReader::inline_family(std::string_view key, std::variant<M...>& out, std::string_view help) {
  const Node* node = take(key);
  if (!node) {
    missing(key, help);
    for (const std::string_view name : parameters_of<M...>()) take(name);  // its parameters cannot be judged
    return;
  }
  if (node->is_map() || is_call(*node)) {
    suspect_ = !read_family(context_, *node, path_.named(key), out) || suspect_;
    return;
  }
  suspect_ = true;
  if (!expect_scalar(context_, *node, path_.named(key), "the name of a policy")) return;
  suspect_ = false;
  const auto beside = [&]<class Member>(Member member) {
    Member::fields(member, *this);
    out = std::move(member);
  };
  const bool known = ((node->text == M::name ? (beside(M{}), true) : false) || ...);
  if (known) return;
  suspect_ = true;
  unknown_member(context_, *node, path_.named(key), node->text, out);
  for (const std::string_view name : parameters_of<M...>()) take(name);
}

}  // namespace restock
