// What was written, as a located tree: the only form in which YAML and CSV text travels inside this room.
#pragma once

#include "core/where.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace restock {

/// `Where::file` of a node that has no file yet: it came from the command line.
inline constexpr std::uint32_t no_file = 0xffffffffU;

struct Node {
  enum class Kind : std::uint8_t { null, scalar, list, map };

  Kind kind = Kind::null;
  bool quoted = false;  ///< the scalar was in quotes: it is text, never a number or a truth value
  std::string key;      ///< of a mapping's child; empty in a list, and for a positional argument of a call
  Where key_where;
  std::string text;            ///< of a scalar
  Where where;                 ///< where the value begins
  std::vector<Node> children;  ///< of a list or mapping, in the order written

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }

  const Node* find(std::string_view wanted) const {
    if (kind != Kind::map) return nullptr;
    for (const Node& child : children)
      if (child.key == wanted) return &child;
    return nullptr;
  }
  Node* find(std::string_view wanted) { return const_cast<Node*>(static_cast<const Node*>(this)->find(wanted)); }

  /// Takes another node's value and place, and keeps its own key.
  void take_value(Node other) {
    other.key = std::move(key);
    other.key_where = key_where;
    *this = std::move(other);
  }
};

inline Node scalar_node(std::string text, Where where = {}) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = std::move(text);
  node.where = where;
  return node;
}

/// A place in the scenario, for messages: `demand.online.arrivals`, `initial[3].pipeline[0]`. Text is built on demand.
struct Path {
  const Path* parent = nullptr;
  std::string_view segment{};
  long index = -1;

  Path named(std::string_view name) const { return Path{this, name, -1}; }
  Path at(std::size_t position) const { return Path{this, {}, static_cast<long>(position)}; }
  std::string text() const {
    std::string before = parent ? parent->text() : std::string();
    if (index >= 0) return before + "[" + std::to_string(index) + "]";
    if (segment.empty()) return before;
    return before.empty() ? std::string(segment) : before + "." + std::string(segment);
  }
};

}  // namespace restock
