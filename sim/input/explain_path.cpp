#include "input/explain_path.hpp"

#include "input/parameter_walk.hpp"
#include "input/schema_scalars.hpp"

#include <algorithm>

namespace restock {

namespace {

/// What can be written inside a value of this type.
template <class T>
std::vector<ExplainedPart> parts_in();

template <class... M>
std::vector<ExplainedPart> members_of(std::type_identity<std::variant<M...>>) {
  return {ExplainedPart{std::string(M::name), "", std::string(M::summary)}...};
}

/// The type that a path goes on in: laws are distributions, lists are what they list.
template <class T>
struct Inner {
  using type = T;
};
template <class T>
struct Inner<std::optional<T>> : Inner<T> {};
template <>
struct Inner<PolicyLevel> {
  using type = LevelRule;
};
template <>
struct Inner<TimeLaw> {
  using type = Distribution;
};
template <>
struct Inner<QuantityLaw> {
  using type = Distribution;
};
template <>
struct Inner<ShareLaw> {
  using type = Distribution;
};

template <class T>
std::vector<ExplainedPart> parts_in() {
  using Type = typename Inner<T>::type;
  if constexpr (is_named_list<Type>) {
    return parts_in<decltype(Type::value_type::what)>();
  } else if constexpr (is_vector<Type>) {
    return parts_in<typename Type::value_type>();
  } else if constexpr (is_family<Type>) {
    return members_of(std::type_identity<Type>{});
  } else if constexpr (DescribesItself<Type>) {
    std::vector<ExplainedPart> parts;
    for (const Parameter& parameter : parameters_in<Type>()) parts.push_back(part_of(parameter));
    return parts;
  } else {
    return {};
  }
}

/// Whether two keys differ in their owner only, which is the first fact of both.
bool are_alike(const Explained& a, const Explained& b) {
  return a.kind == b.kind && a.text == b.text && a.facts.size() == b.facts.size() &&
         std::equal(a.facts.begin() + 1, a.facts.end(), b.facts.begin() + 1);
}

using Steps = std::vector<std::string_view>;

/// Goes through values of declared types; each finding is one place to which the path leads.
class Tracker {
 public:
  Tracker(std::string_view path, Steps steps) : path_(path), steps_(std::move(steps)) {}

  template <class T>
  void into(std::size_t at, const std::string& owner);

  void key(const Parameter& parameter, const std::string& owner, std::vector<ExplainedPart> parts) {
    Explained one{"key", path_, parameter.help, {}, std::move(parts)};
    if (!owner.empty()) one.facts.emplace_back("of", owner);
    one.facts.emplace_back("written", parameter.kind);
    one.facts.emplace_back("default", parameter.required ? "none: it must be stated" : parameter.fallback);
    for (Explained& other : found) {
      if (owner.empty() || !are_alike(one, other)) continue;
      other.facts.front().second += ", " + owner;
      return;
    }
    found.push_back(std::move(one));
  }
  void within_schema(const Json& schema, std::size_t at);

  bool ends(std::size_t at) const { return at + 1 == steps_.size(); }
  std::string_view step(std::size_t at) const { return steps_[at]; }
  bool beyond(std::size_t at) const { return at >= steps_.size(); }

  std::vector<Explained> found;

 private:
  template <class... M>
  void into_family(std::size_t at, std::type_identity<std::variant<M...>>);

  std::string path_;
  Steps steps_;
};

/// One mapping: the key that is the next step.
struct Crossing : ParameterWalk {
  Crossing(Tracker& owner_of, std::size_t step, std::string in) : tracker(owner_of), at(step), owner(std::move(in)) {}

  Tracker& tracker;
  std::size_t at;
  std::string owner;

  bool is_next(std::string_view key) const { return tracker.step(at) == key; }
  /// The parameter as the walk describes it, without those inside it.
  Parameter described() {
    Parameter first = std::move(all.front());
    all.clear();
    return first;
  }
  template <class T>
  void follow(const Parameter& parameter) {
    if (tracker.ends(at))
      tracker.key(parameter, owner, parts_in<T>());
    else
      tracker.into<T>(at + 1, parameter.key);
  }

  template <class T>
  void required(std::string_view key, T& value, std::string_view help) {
    if (!is_next(key)) return;
    ParameterWalk::required(key, value, help);
    follow<T>(described());
  }
  template <class T>
  void optional(std::string_view key, T& value, std::string_view help) {
    if (!is_next(key)) return;
    ParameterWalk::optional(key, value, help);
    follow<T>(described());
  }
  template <class... M>
  void inline_family(std::string_view key, std::variant<M...>& value, std::string_view help) {
    if (is_next(key)) {
      ParameterWalk::inline_family(key, value, help);
      follow<std::variant<M...>>(described());
    } else {
      (beside<M>(std::string(key)), ...);  // its members' parameters stand beside it
    }
  }
  template <class M>
  void beside(const std::string& family) {
    Crossing members(tracker, at, family + " " + std::string(M::name));
    M example{};
    M::fields(example, members);
  }
  template <class S, class E>
  void start(std::string_view key, S& text, E& epoch, std::string_view help) {
    if (!is_next(key) || !tracker.ends(at)) return;
    ParameterWalk::start(key, text, epoch, help);
    tracker.key(described(), owner, {});
  }
  void patches(std::string_view key, std::string_view help) {
    if (!is_next(key)) return;
    ParameterWalk::patches(key, help);
    tracker.key(described(), owner, {});
  }
  void sweep(std::string_view key, std::string_view help) {
    if (!is_next(key)) return;
    ParameterWalk::sweep(key, help);
    in_schema(described(), sweep_schema());
  }
  void attribution(std::string_view key, std::string_view help) {
    if (!is_next(key)) return;
    ParameterWalk::attribution(key, help);
    in_schema(described(), attribution_schema());
  }
  void in_schema(const Parameter& parameter, const Json& schema) {
    if (!tracker.ends(at)) return tracker.within_schema(schema, at + 1);
    std::vector<ExplainedPart> parts;
    for (const auto& [name, kind] : schema["properties"].items())
      parts.push_back({name, "", kind.value("description", "")});
    tracker.key(parameter, owner, std::move(parts));
  }
};

/// Keys that are told to editors by the schema alone.
void Tracker::within_schema(const Json& schema, std::size_t at) {
  if (schema.contains("properties") && schema["properties"].contains(std::string(step(at)))) {
    const Json& next = schema["properties"][std::string(step(at))];
    if (!ends(at)) return within_schema(next, at + 1);
    Explained one{"key", path_, next.value("description", ""), {}, {}};
    const Json& inner = next.contains("additionalProperties") && next["additionalProperties"].is_object()
                            ? next["additionalProperties"]
                            : next;
    if (inner.contains("properties"))
      for (const auto& [name, kind] : inner["properties"].items())
        one.parts.push_back({name, "", kind.value("description", "")});
    found.push_back(std::move(one));
  } else if (schema.contains("additionalProperties") && schema["additionalProperties"].is_object()) {
    within_schema(schema["additionalProperties"], ends(at) ? at : at + 1);  // a name that the user chose
  }
}

template <class... M>
void Tracker::into_family(std::size_t at, std::type_identity<std::variant<M...>>) {
  using Family = std::variant<M...>;
  const auto member = [&]<class Member>(std::type_identity<Member>) {
    const std::string called = std::string(FamilyTitle<Family>::text) + " " + std::string(Member::name);
    const bool named = step(at) == Member::name;
    if (named && ends(at)) {
      Explained one{std::string(FamilyTitle<Family>::text), path_, std::string(Member::summary), {}, {}};
      for (const Parameter& parameter : parameters_in<Member>()) one.parts.push_back(part_of(parameter));
      found.push_back(std::move(one));
      return;
    }
    Crossing crossing(*this, named ? at + 1 : at, called);
    Member example{};
    Member::fields(example, crossing);
  };
  (member(std::type_identity<M>{}), ...);
}

template <class T>
void Tracker::into(std::size_t at, const std::string& owner) {
  using Type = typename Inner<T>::type;
  if (beyond(at)) return;
  const std::size_t before = found.size();
  if constexpr (is_named_list<Type>) {
    into<decltype(Type::value_type::what)>(at, owner);
    if (found.size() == before) into<decltype(Type::value_type::what)>(at + 1, owner);  // a name that the user chose
  } else if constexpr (is_vector<Type>) {
    into<typename Type::value_type>(at, owner);
    if constexpr (is_section<Type>)
      if (found.size() == before) into<typename Type::value_type>(at + 1, owner);
  } else if constexpr (is_family<Type>) {
    into_family(at, std::type_identity<Type>{});
  } else if constexpr (DescribesItself<Type>) {
    Crossing crossing(*this, at, owner);
    Type example{};
    Type::fields(example, crossing);
  }
}

}  // namespace

std::vector<Explained> explain_path(std::string_view path) {
  Steps steps;
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t dot = std::min(path.find('.', from), path.size());
    steps.push_back(path.substr(from, dot - from));
    from = dot + 1;
  }
  Tracker tracker(path, std::move(steps));
  tracker.into<Scenario>(0, "");
  return std::move(tracker.found);
}

}  // namespace restock
