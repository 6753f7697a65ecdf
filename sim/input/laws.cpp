#include "input/laws.hpp"

#include "input/kinds.hpp"

#include <type_traits>
#include <variant>

namespace restock {

namespace {

template <class T>
inline constexpr bool is_law =
    std::is_same_v<T, TimeLaw> || std::is_same_v<T, QuantityLaw> || std::is_same_v<T, ShareLaw>;

/// Visits the `fields` of whatever describes itself, and what is inside.
template <class Law>
struct LawWalk {
  std::vector<FoundLaw<Law>>& found;
  std::string path;
  Where where;

  template <class T>
  void required(std::string_view key, T& value, std::string_view) {
    inside(key, where).walk(value);
  }
  template <class T>
  void optional(std::string_view key, T& value, std::string_view) {
    inside(key, where).walk(value);
  }
  /// Its parameters stand beside it.
  template <class V>
  void inline_family(std::string_view, V& value, std::string_view) {
    walk(value);
  }
  template <class S, class E>
  void start(std::string_view, S&, E&, std::string_view) {}
  void patches(std::string_view, std::string_view) {}
  void sweep(std::string_view, std::string_view) {}
  void attribution(std::string_view, std::string_view) {}
  void check(bool, std::string_view) {}

  template <class T>
  void walk(T& value) {
    using Value = std::remove_const_t<T>;
    if constexpr (is_law<Value>) {
      found.push_back({path, where, &value.law});
    } else if constexpr (is_optional<Value>) {
      if (value) walk(*value);
    } else if constexpr (is_family<Value>) {
      std::visit([this](auto& member) { std::remove_cvref_t<decltype(member)>::fields(member, *this); }, value);
    } else if constexpr (is_named_list<Value>) {
      for (auto& each : value) inside(each.called, each.place).walk(each.what);
    } else if constexpr (is_section<Value>) {
      for (std::size_t i = 0; i < value.size(); ++i) {
        const std::string& name = value[i].name;
        (name.empty() ? at(i, value[i].where) : inside(name, value[i].where)).walk(value[i]);
      }
    } else if constexpr (is_vector<Value>) {
      for (std::size_t i = 0; i < value.size(); ++i) at(i, where).walk(value[i]);
    } else if constexpr (DescribesItself<Value>) {
      Value::fields(value, *this);
    }
  }

 private:
  LawWalk inside(std::string_view name, Where place) const {
    return {found, path.empty() ? std::string(name) : path + "." + std::string(name), place};
  }
  LawWalk at(std::size_t i, Where place) const { return {found, path + "[" + std::to_string(i) + "]", place}; }
};

template <class Law, class S>
std::vector<FoundLaw<Law>> laws_in(S& scenario) {
  std::vector<FoundLaw<Law>> found;
  LawWalk<Law> walk{found, {}, {}};
  walk.walk(scenario);
  return found;
}

}  // namespace

std::vector<FoundLaw<Distribution>> laws_of(Scenario& scenario) { return laws_in<Distribution>(scenario); }
std::vector<FoundLaw<const Distribution>> laws_of(const Scenario& scenario) {
  return laws_in<const Distribution>(scenario);
}

}  // namespace restock
