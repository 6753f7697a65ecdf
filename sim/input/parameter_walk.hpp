// Collects the parameters of one `fields` description, and of the mappings inside it by their path: `basket.lines`. For
// the printers of this room.
#pragma once

#include "core/explained.hpp"
#include "input/describe_kinds.hpp"
#include "input/reference.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace restock {

template <class T>
std::vector<Parameter> parameters_in();

struct ParameterWalk {
  std::vector<Parameter> all;

  template <class T>
  void required(std::string_view key, T& value, std::string_view help) {
    add(key, value, help, true);
  }
  template <class T>
  void optional(std::string_view key, T& value, std::string_view help) {
    add(key, value, help, false);
  }
  template <class V>
  void inline_family(std::string_view key, V&, std::string_view help) {
    all.push_back({std::string(key), kind_text<V>(), true, {}, std::string(help)});
  }
  template <class S, class E>
  void start(std::string_view key, S& text, E&, std::string_view help) {
    all.push_back({std::string(key), "date", false, text, std::string(help)});
  }
  void patches(std::string_view key, std::string_view help) {
    all.push_back({std::string(key), "mapping name: { path: value }", false, "none", std::string(help)});
  }
  void sweep(std::string_view key, std::string_view help) {
    all.push_back({std::string(key), "mapping of design and factors", false, "none", std::string(help)});
  }
  void attribution(std::string_view key, std::string_view help) {
    all.push_back({std::string(key), "mapping of groups and outcomes", false, "all causes", std::string(help)});
  }
  void check(bool, std::string_view) {}

 private:
  template <class T>
  void add(std::string_view key, T& value, std::string_view help, bool needed) {
    Parameter parameter{std::string(key), kind_text<T>(), needed, {}, std::string(help)};
    if constexpr (is_section<T>) {
      parameter.kind = "items by name, list, or table";
      if (!needed) parameter.fallback = "none";
    } else if constexpr (std::is_same_v<T, CustomerRules>) {
      parameter.fallback = "as listed below";
    } else if (!needed) {
      parameter.fallback = default_text(value);
    }
    all.push_back(std::move(parameter));
    if constexpr (!is_section<T> && !std::is_same_v<T, CustomerRules>)
      add_inner<T>(key);  // these have tables of their own
  }
  template <class T>
  void add_inner(std::string_view key) {
    if constexpr (is_optional<T> || is_vector<T>) {
      add_inner<typename T::value_type>(key);
    } else if constexpr (DescribesItself<T>) {
      for (Parameter& inner : parameters_in<T>()) {
        inner.key = std::string(key) + "." + inner.key;
        all.push_back(std::move(inner));
      }
    }
  }
};

/// The parameters of a type that describes itself.
template <class T>
std::vector<Parameter> parameters_in() {
  ParameterWalk walk;
  T example{};
  T::fields(example, walk);
  return std::move(walk.all);
}

/// A parameter as a part of what is explained.
inline ExplainedPart part_of(const Parameter& parameter) {
  std::string text = parameter.help;
  if (parameter.required)
    text += " (required)";
  else if (!parameter.fallback.empty())
    text += " (default " + parameter.fallback + ")";
  return {parameter.key, parameter.kind, std::move(text)};
}

}  // namespace restock
