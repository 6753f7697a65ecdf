// Reads one value: one branch per kind of it. Used by read.cpp only.
#pragma once

#include "input/read_families.hpp"
#include "input/reader.hpp"
#include "input/section.hpp"

#include <tuple>

namespace restock {

/// Kinds that a plain YAML number (or truth value) writes; in quotes they would be text.
template <class T>
inline constexpr bool is_bare_number =
    std::is_arithmetic_v<T> || std::is_same_v<T, Money> || std::is_same_v<T, Share> || std::is_same_v<T, Measure>;

template <class T>
bool read_number(ReadContext& context, const Node& node, const Path& path, T& out) {
  if (!expect_scalar(context, node, path, "a single value")) return false;
  if (is_bare_number<T> && node.quoted &&
      (!looks_like_number(node.text) || node.text.find_first_not_of("0123456789.-+eE") == std::string::npos))
    return refuse(context, node, path, {"wrong_type", "is " + found(node) + ", not a number", "remove the quotes"});
  Fault fault;
  bool ok = false;
  if constexpr (std::is_same_v<T, Measure>) {
    if (context.measures_are_times) {
      Duration span;
      ok = parse(node.text, span, fault);
      out.value = static_cast<double>(span.ticks);
    } else if (context.measures_are_shares) {
      Share share;
      ok = parse(node.text, share, fault);
      out.value = share.value;
    } else {
      ok = parse(node.text, out.value, fault);
    }
  } else {
    ok = parse(node.text, out, fault);
  }
  return ok || refuse(context, node, path, fault);
}

inline bool read_text(ReadContext& context, const Node& node, const Path& path, std::string& out) {
  if (!expect_scalar(context, node, path, "text")) return false;
  if (trimmed(node.text).empty()) return refuse(context, node, path, {"missing_value", "the text is empty", {}});
  out = node.text;
  return true;
}

inline bool read_instant(ReadContext& context, const Node& node, const Path& path, Instant& out) {
  if (!expect_scalar(context, node, path, "a date such as 2026-06-12, or a time after start such as 90 d"))
    return false;
  Fault fault;
  if (!looks_like_date(node.text))
    return parse_offset(node.text, out.ticks, fault) || refuse(context, node, path, fault);
  std::int64_t epoch_us = 0;
  if (!parse_date(node.text, epoch_us, fault)) return refuse(context, node, path, fault);
  if (!context.start_known) return true;
  out.ticks = epoch_us - context.start_epoch_us;
  if (out.ticks < never && out.ticks > -never) return true;
  return refuse(context, node, path, {"out_of_range", "`" + node.text + "` is more than 71 years from start", {}});
}

inline bool read_selector(ReadContext& context, const Node& node, const Path& path, Selector& out) {
  Selector read;
  read.where = node.where;
  const auto pattern = [&](const Node& one, const Path& at) {
    std::string text;
    if (!read_text(context, one, at, text)) return false;
    read.patterns.push_back(std::move(text));
    return true;
  };
  if (node.is_list()) {
    if (node.children.empty())
      return refuse(context, node, path,
                    {"missing_value", "the list is empty: it selects nothing", "leave the key out to select all"});
    bool fine = true;
    for (std::size_t i = 0; i < node.children.size(); ++i) fine = pattern(node.children[i], path.at(i)) && fine;
    if (!fine) return false;
  } else {
    if (!expect_scalar(context, node, path, "a name, a glob such as store-*, or a list of them") ||
        !pattern(node, path))
      return false;
  }
  out = std::move(read);
  return true;
}

template <class E>
bool read_word(ReadContext& context, const Node& node, const Path& path, E& out) {
  std::vector<std::string_view> words;
  for (const auto& [word, value] : Words<E>::all) words.push_back(word);
  std::string list;
  for (const std::string_view word : words) list += (list.empty() ? "" : ", ") + std::string(word);
  if (!expect_scalar(context, node, path, "one of " + list)) return false;
  for (const auto& [word, value] : Words<E>::all)
    if (word == node.text) return out = value, true;
  const std::string_view near = nearest_word(node.text, words);
  return refuse(context, node, path,
                {"unknown_word", "`" + node.text + "` is not one of " + list,
                 near.empty() ? std::string() : "did you mean " + std::string(near) + "?"});
}

/// `[receive, review, demand]`, or the same as one text.
inline bool read_order_of_day(ReadContext& context, const Node& node, const Path& path, std::vector<DayStep>& out) {
  Node list = node;
  if (node.is_scalar()) {
    list.children.clear();
    list.kind = Node::Kind::list;
    std::string_view rest = node.text;
    while (!rest.empty()) {
      const auto comma = rest.find(',');
      list.children.push_back(scalar_node(std::string(trimmed(rest.substr(0, comma))), node.where));
      rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
  }
  if (!list.is_list())
    return refuse(context, node, path,
                  {"wrong_type", "is " + found(node) + ", not a list of steps", "write [receive, review, demand]"});
  std::vector<DayStep> steps(list.children.size());
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (!read_word(context, list.children[i], path.at(i), steps[i])) return false;
  const auto place = [&](DayStep step) { return std::find(steps.begin(), steps.end(), step); };
  bool fine = true;
  for (const DayStep step : {DayStep::receive, DayStep::review, DayStep::demand})
    fine = fine && std::count(steps.begin(), steps.end(), step) == 1;
  const auto serves = std::count(steps.begin(), steps.end(), DayStep::serve);
  fine = fine && (serves == 0 || (serves == 1 && place(DayStep::serve) > place(DayStep::demand)));
  fine = fine && std::count(steps.begin(), steps.end(), DayStep::count) <= 1;
  if (!fine)
    return refuse(
        context, node, path,
        {"rule",
         "must hold receive, review and demand once each, and may hold serve once, after demand, and count once",
         "the default is [receive, review, demand]"});
  out = std::move(steps);
  return true;
}

/// `makes: { chair: { leg: 4, seat: 1 }, bolt: {} }`.
inline bool read_recipes(ReadContext& context, const Node& node, const Path& path, std::vector<Recipe>& out) {
  if (!node.is_map())
    return refuse(context, node, path,
                  {"wrong_type", "is " + found(node) + ", not a mapping of products to their components",
                   "write { chair: { leg: 4, seat: 1 } }"});
  std::vector<Recipe> recipes;
  bool fine = true;
  for (const Node& product : node.children) {
    const Path at = path.named(product.key);
    Recipe recipe{{product.key, product.key_where}, {}};
    if (!product.is_map()) {
      fine = refuse(context, product, at,
                    {"wrong_type", "is " + found(product) + ", not a mapping of components to units",
                     "write {} when it is made from nothing that is modelled"});
      continue;
    }
    for (const Node& component : product.children) {
      Component one{{component.key, component.key_where}, 1};
      const Path here = at.named(component.key);
      bool read = read_number(context, component, here, one.units);
      if (read && one.units < 1)
        read = refuse(context, component, here, {"rule", "units of a component must be at least 1", {}});
      fine = read && fine;
      recipe.components.push_back(std::move(one));
    }
    recipes.push_back(std::move(recipe));
  }
  if (fine) out = std::move(recipes);
  return fine;
}

/// `surges: { black-friday: promotion(…), … }`.
template <class T>
bool read_named(ReadContext& context, const Node& node, const Path& path, std::vector<Named<T>>& out) {
  if (!node.is_map())
    return refuse(context, node, path,
                  {"wrong_type", "is " + found(node) + ", not a mapping of names", "write { name: …, other-name: … }"});
  std::vector<Named<T>> items(node.children.size());
  bool fine = true;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Node& child = node.children[i];
    const Path here = path.named(child.key);
    items[i].called = child.key;
    items[i].place = child.key_where;
    if (const auto fault = name_fault(child.key)) {
      context.report.error(child.key_where, here, *fault);
      fine = false;
    }
    fine = read_value(context, child, here, items[i].what) && fine;
  }
  if (fine) out = std::move(items);
  return fine;
}

template <class Law>
bool read_law(ReadContext& context, const Node& node, const Path& path, Law& out) {
  const std::pair outer{context.measures_are_times, context.measures_are_shares};
  context.measures_are_times = std::is_same_v<Law, TimeLaw>;
  context.measures_are_shares = std::is_same_v<Law, ShareLaw>;
  Distribution law;
  const bool ok = read_family(context, node, path, law);
  std::tie(context.measures_are_times, context.measures_are_shares) = outer;
  if (!ok) return false;
  prepare(law);
  out.law = std::move(law);
  return true;
}

template <class T>
bool read_list(ReadContext& context, const Node& node, const Path& path, std::vector<T>& out) {
  if (!node.is_list())
    return refuse(context, node, path, {"wrong_type", "is " + found(node) + ", not a list", "write [ …, … ]"});
  std::vector<T> items(node.children.size());
  bool fine = true;
  for (std::size_t i = 0; i < items.size(); ++i)
    fine = read_value(context, node.children[i], path.at(i), items[i]) && fine;
  if (fine) out = std::move(items);
  return fine;
}

/// An entry of `expect`: a text or a mapping.
inline bool read_check(ReadContext& context, const Node& node, const Path& path, Check& out) {
  Check read;
  read.where = node.where;
  if (node.is_map() ? !read_fields(context, node, path, read)
                    : !expect_scalar(context, node, path, "a check such as fill_rate at shop >= 95 %") ||
                          !split_check(node, path, context.report, read))
    return false;
  if (!settle_check(path, context.report, read)) return false;
  out = std::move(read);
  return true;
}

template <class T>
// NOLINTNEXTLINE(readability-function-size): a table of types, one line for each
bool read_value(ReadContext& context, const Node& node, const Path& path, T& out) {
  if constexpr (is_optional<T>) {
    using Value = typename T::value_type;
    if constexpr (!std::is_same_v<Value, Reference>) {
      if (node.is_scalar() && !node.quoted && node.text == "none") return out.reset(), true;
    }
    Value value{};
    if (!read_value(context, node, path, value)) return false;
    out = std::move(value);
    return true;
  } else if constexpr (std::is_same_v<T, std::vector<DayStep>>) {
    return read_order_of_day(context, node, path, out);
  } else if constexpr (std::is_same_v<T, std::vector<Recipe>>) {
    return read_recipes(context, node, path, out);
  } else if constexpr (std::is_same_v<T, Check>) {
    return read_check(context, node, path, out);
  } else if constexpr (is_named_list<T>) {
    return read_named(context, node, path, out);
  } else if constexpr (is_vector<T>) {
    return read_list(context, node, path, out);
  } else if constexpr (is_family<T>) {
    return read_family(context, node, path, out);
  } else if constexpr (std::is_same_v<T, PolicyLevel>) {
    const bool by_rule = !node.is_scalar() || is_call(node) || node.text == AutoLevel::name;
    if (!by_rule) return read_number(context, node, path, out.units);
    LevelRule rule;
    if (!read_family(context, node, path, rule)) return false;
    out = PolicyLevel(rule);
    return true;
  } else if constexpr (std::is_same_v<T, TimeLaw> || std::is_same_v<T, QuantityLaw> || std::is_same_v<T, ShareLaw>) {
    return read_law(context, node, path, out);
  } else if constexpr (std::is_same_v<T, std::string>) {
    return read_text(context, node, path, out);
  } else if constexpr (std::is_same_v<T, Reference>) {
    Reference read{{}, node.where};
    if (!read_text(context, node, path, read.name)) return false;
    out = std::move(read);
    return true;
  } else if constexpr (std::is_same_v<T, Selector>) {
    return read_selector(context, node, path, out);
  } else if constexpr (std::is_same_v<T, Instant>) {
    return read_instant(context, node, path, out);
  } else if constexpr (std::is_enum_v<T>) {
    return read_word(context, node, path, out);
  } else if constexpr (requires { T::fields(out, std::declval<FieldReader&>()); }) {
    if (!node.is_map())
      return refuse(
          context, node, path,
          {"wrong_type", "is " + found(node) + ", not a mapping of keys to values", "write { key: value, … }"});
    T read = out;
    if (!read_fields(context, node, path, read)) return false;
    out = std::move(read);
    return true;
  } else {
    return read_number(context, node, path, out);
  }
}

}  // namespace restock
