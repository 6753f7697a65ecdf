// Kinds of fields, told apart by their C++ type; shared by the reader and the printers of this room.
#pragma once

#include "input/call.hpp"
#include "input/enums.hpp"
#include "input/scenario.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace restock {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

/// A family: a variant of members that describe themselves.
template <class T>
inline constexpr bool is_family = false;
template <class... M>
inline constexpr bool is_family<std::variant<M...>> = true;

/// Members of a family by names of their own.
template <class T>
inline constexpr bool is_named_list = false;
template <class Family>
inline constexpr bool is_named_list<std::vector<Named<Family>>> = true;

/// A visitor that ignores everything; others override what they need.
struct Silent {
  template <class T>
  void required(std::string_view, T&, std::string_view) {}
  template <class T>
  void optional(std::string_view, T&, std::string_view) {}
  template <class V>
  void inline_family(std::string_view, V&, std::string_view) {}
  template <class S, class E>
  void start(std::string_view, S&, E&, std::string_view) {}
  void patches(std::string_view, std::string_view) {}
  void sweep(std::string_view, std::string_view) {}
  void attribution(std::string_view, std::string_view) {}
  void check(bool, std::string_view) {}
};

/// A mapping that says by `fields` what can stand in it.
template <class T>
concept DescribesItself = requires(T value, Silent silent) {
  T::fields(value, silent);
};

/// An item of a section: it has a name and a place.
template <class T>
concept SectionItem = requires(T item) {
  item.name = std::string();
  item.where = Where{};
};

template <class T>
inline constexpr bool is_section = false;
template <SectionItem T>
inline constexpr bool is_section<std::vector<T>> = true;

/// Items whose name must be written; rules may go without, and lanes are called `from->to`.
template <class T>
inline constexpr bool name_required =
    std::is_same_v<T, Product> || std::is_same_v<T, Site> || std::is_same_v<T, DemandEntry> ||
    std::is_same_v<T, DemandShock> || std::is_same_v<T, Disruption> || std::is_same_v<T, CalendarRule>;

/// What a bare number (or duration) stands for in a family; empty when it stands for nothing.
template <class Family>
inline constexpr std::string_view bare_means = {};
template <>
inline constexpr std::string_view bare_means<Distribution> = "constant";
template <>
inline constexpr std::string_view bare_means<Planned> = "fixed";
template <>
inline constexpr std::string_view bare_means<LevelRule> = "units";
template <>
inline constexpr std::string_view bare_means<SellerLimit> = "age";

/// Collects the keys of a type, in order; for an inline family those of all members, once each.
struct KeyNames : Silent {
  std::vector<std::string_view> all;
  std::vector<std::string_view> needed;  ///< the required ones
  bool with_members = true;

  void add(std::string_view key) {
    for (const std::string_view known : all)
      if (known == key) return;
    all.push_back(key);
  }
  template <class T>
  void required(std::string_view key, T&, std::string_view) {
    add(key);
    needed.push_back(key);
  }
  template <class T>
  void optional(std::string_view key, T&, std::string_view) {
    add(key);
  }
  template <class... M>
  void inline_family(std::string_view key, std::variant<M...>&, std::string_view) {
    add(key);
    needed.push_back(key);
    if (!with_members) return;
    const auto keep = needed;
    (member<M>(), ...);
    needed = keep;
  }
  template <class S, class E>
  void start(std::string_view key, S&, E&, std::string_view) {
    add(key);
  }
  void patches(std::string_view key, std::string_view) { add(key); }
  void sweep(std::string_view key, std::string_view) { add(key); }
  void attribution(std::string_view key, std::string_view) { add(key); }

 private:
  template <class M>
  void member() {
    M example{};
    M::fields(example, *this);
  }
};

template <class T>
KeyNames keys_of(bool with_members = true) {
  KeyNames names;
  names.with_members = with_members;
  T example{};
  T::fields(example, names);
  return names;
}

/// The parameters of all members of a family.
template <class... M>
std::vector<std::string_view> parameters_of() {
  KeyNames names;
  const auto member = [&]<class Member>(Member example) { Member::fields(example, names); };
  (member(M{}), ...);
  return names.all;
}

template <class Family>
struct FamilyNames;
template <class... M>
struct FamilyNames<std::variant<M...>> {
  static std::vector<std::string_view> all() { return {M::name...}; }
};

}  // namespace restock
