// The JSON Schema of the language, for editors.
#include "input/describe_kinds.hpp"
#include "input/reference.hpp"
#include "input/schema_scalars.hpp"
#include "input/section.hpp"

namespace restock {

namespace {

class Schema;

/// The properties of one mapping, from its `fields`.
struct Properties {
  explicit Properties(Schema& owner) : schema(owner) {}

  Schema& schema;
  Json properties = Json::object();
  Json required_keys = Json::array();
  struct Variant {
    Json properties;
    Json required_keys;
  };
  std::vector<Variant> variants;  ///< of an inline family: one for each member

  template <class T>
  void required(std::string_view key, T& value, std::string_view help);
  template <class T>
  void optional(std::string_view key, T& value, std::string_view help);
  template <class... M>
  void inline_family(std::string_view key, std::variant<M...>&, std::string_view help);
  template <class S, class E>
  void start(std::string_view key, S& text, E&, std::string_view help) {
    add(key, date_schema(), help);
    properties[std::string(key)]["default"] = text;
  }
  void patches(std::string_view key, std::string_view help) {
    Json names = defined("item_name");
    names = {{"allOf", {names, {{"not", {{"const", "base"}}}}}}};
    add(key, {{"type", "object"}, {"propertyNames", names}, {"additionalProperties", {{"type", "object"}}}}, help);
  }
  void sweep(std::string_view key, std::string_view help) { add(key, sweep_schema(), help); }
  void attribution(std::string_view key, std::string_view help) { add(key, attribution_schema(), help); }
  void check(bool, std::string_view) {}

  void add(std::string_view key, Json kind, std::string_view help) {
    if (kind.contains("$ref")) kind = {{"allOf", Json::array({kind})}};  // draft-07 ignores what stands beside a $ref
    kind["description"] = help;
    properties[std::string(key)] = std::move(kind);
  }

  /// One mapping, or one of several when it holds an inline family.
  Json object(const Json& extra_properties = Json::object(), const Json& extra_required = Json::array(),
              bool all_optional = false) const {
    const auto build = [&](const Json& more, const Json& more_required) {
      Json object{{"type", "object"}, {"additionalProperties", false}};
      object["properties"] = extra_properties;
      object["properties"].update(properties);
      object["properties"].update(more);
      Json needed = extra_required;
      if (!all_optional) {
        for (const Json& key : required_keys) needed.push_back(key);
        for (const Json& key : more_required) needed.push_back(key);
      }
      if (!needed.empty()) object["required"] = needed;
      return object;
    };
    if (variants.empty()) return build(Json::object(), Json::array());
    if (all_optional) {  // defaults of a table: any member's parameters
      Json more = Json::object();
      for (const Variant& variant : variants)
        for (const auto& [key, kind] : variant.properties.items())
          if (!more.contains(key)) more[key] = key == policy_name ? Json{{"type", {"string", "object"}}} : kind;
      return build(more, Json::array());
    }
    Json choices = Json::array();
    for (const Variant& variant : variants) choices.push_back(build(variant.properties, variant.required_keys));
    return {{"oneOf", choices}};
  }

  std::string policy_name;
};

/// Builds the schema; families become definitions the first time they are met.
class Schema {
 public:
  Json definitions = scalar_definitions();

  template <class T>
  Json kind();
  template <class... M>
  Json family(const std::string& name, std::type_identity<std::variant<M...>>, const char* measure);
  template <class T>
  Json section(bool needed_names);

  const char* measure_ = nullptr;  ///< what a measure is: a definition; null: a number
};

template <class T>
// NOLINTNEXTLINE(readability-function-size): a table of types, one line for each
Json Schema::kind() {
  if constexpr (is_optional<T>) {
    using Value = typename T::value_type;
    if constexpr (std::is_same_v<Value, Reference>)
      return kind<Value>();
    else
      return either({kind<Value>(), {{"const", "none"}}});
  } else if constexpr (std::is_same_v<T, std::vector<DayStep>>) {
    Json steps{{"enum", Json::array()}};
    for (const auto& [word, value] : Words<DayStep>::all) steps["enum"].push_back(word);
    const std::string step = "[ \\t]*(" + words_of<DayStep>("|") + ")[ \\t]*";
    return either({{{"type", "array"},
                    {"items", steps},
                    {"minItems", 3},
                    {"maxItems", 5},
                    {"uniqueItems", true},
                    {"allOf", Json::array({{{"contains", {{"const", "receive"}}}},
                                           {{"contains", {{"const", "review"}}}},
                                           {{"contains", {{"const", "demand"}}}}})}},
                   text_pattern(step + "(," + step + "){2,4}")});
  } else if constexpr (std::is_same_v<T, std::vector<Recipe>>) {
    Json units{{"type", "integer"}, {"minimum", 1}};
    return {{"type", "object"}, {"additionalProperties", {{"type", "object"}, {"additionalProperties", units}}}};
  } else if constexpr (std::is_same_v<T, Check>) {
    T example{};
    Properties properties(*this);
    T::fields(example, properties);
    Json mapping = properties.object();
    for (const char* key : {"at_least", "at_most", "above", "below"})
      mapping["oneOf"].push_back({{"required", Json::array({key})}});
    return either({text_pattern("[^<>=]+(>=|<=|>|<)[^<>=]+"), mapping});
  } else if constexpr (is_named_list<T>) {
    return {{"type", "object"},
            {"propertyNames", defined("item_name")},
            {"additionalProperties", kind<decltype(T::value_type::what)>()}};
  } else if constexpr (is_section<T>) {
    return section<typename T::value_type>(name_required<typename T::value_type>);
  } else if constexpr (is_vector<T>) {
    return {{"type", "array"}, {"items", kind<typename T::value_type>()}};
  } else if constexpr (is_family<T>) {
    return family(std::string(FamilyTitle<T>::text), std::type_identity<T>{}, nullptr);
  } else if constexpr (std::is_same_v<T, PolicyLevel>) {
    return family("level", std::type_identity<LevelRule>{}, nullptr);
  } else if constexpr (std::is_same_v<T, TimeLaw>) {
    return family("time_distribution", std::type_identity<Distribution>{}, "duration");
  } else if constexpr (std::is_same_v<T, QuantityLaw>) {
    return family("quantity_distribution", std::type_identity<Distribution>{}, nullptr);
  } else if constexpr (std::is_same_v<T, ShareLaw>) {
    return family("share_distribution", std::type_identity<Distribution>{}, "share");
  } else if constexpr (std::is_same_v<T, Duration>) {
    return defined("duration");
  } else if constexpr (std::is_same_v<T, Instant>) {
    return defined("instant");
  } else if constexpr (std::is_same_v<T, Rate>) {
    return defined("rate");
  } else if constexpr (std::is_same_v<T, Money>) {
    return defined("money");
  } else if constexpr (std::is_same_v<T, MoneyRate>) {
    return defined("money_rate");
  } else if constexpr (std::is_same_v<T, Share>) {
    return defined("share");
  } else if constexpr (std::is_same_v<T, ShareRate>) {
    return defined("share_rate");
  } else if constexpr (std::is_same_v<T, Measure>) {
    return measure_ != nullptr ? defined(measure_) : Json{{"type", "number"}};
  } else if constexpr (std::is_same_v<T, Selector>) {
    return defined("selector");
  } else if constexpr (std::is_same_v<T, Reference> || std::is_same_v<T, std::string>) {
    return defined("text");
  } else if constexpr (std::is_same_v<T, bool>) {
    return {{"type", "boolean"}};
  } else if constexpr (std::is_same_v<T, Quantity>) {
    return defined("quantity");
  } else if constexpr (std::is_unsigned_v<T>) {
    return {{"type", "integer"}, {"minimum", 0}, {"maximum", std::numeric_limits<T>::max()}};
  } else if constexpr (std::is_integral_v<T>) {
    return {
        {"type", "integer"}, {"minimum", std::numeric_limits<T>::min()}, {"maximum", std::numeric_limits<T>::max()}};
  } else if constexpr (std::is_floating_point_v<T>) {
    return {{"type", "number"}};
  } else if constexpr (std::is_enum_v<T>) {
    Json words{{"enum", Json::array()}};
    for (const auto& [word, value] : Words<T>::all) words["enum"].push_back(word);
    return words;
  } else {
    T example{};
    Properties properties(*this);
    T::fields(example, properties);
    return properties.object();
  }
}

template <class... M>
Json Schema::family(const std::string& name, std::type_identity<std::variant<M...>>, const char* measure) {
  if (definitions.contains(name)) return defined(name);
  definitions[name] = Json::object();  // a family that holds itself ends here
  const char* outer = measure_;
  Json choices = Json::array();
  Json bare{{"enum", Json::array()}};
  std::string names;
  const auto member = [&]<class Member>(Member example) {
    measure_ = measure;
    Properties properties(*this);
    Member::fields(example, properties);
    names += (names.empty() ? "" : "|") + std::string(Member::name);
    if (properties.required_keys.empty()) bare["enum"].push_back(Member::name);
    Json kind{{"kind", {{"const", Member::name}, {"description", Member::summary}}}};
    choices.push_back(properties.object(kind, Json::array({"kind"})));
  };
  (member(M{}), ...);
  choices.push_back(text_pattern("(" + names + ")\\(.*\\)"));
  if (!bare["enum"].empty()) choices.push_back(bare);
  using V = std::variant<M...>;
  if (!bare_means<V>.empty()) {
    const char* stated = std::is_same_v<V, Distribution> ? measure
                         : std::is_same_v<V, LevelRule>  ? "quantity"
                                                         : "duration";
    choices.push_back(stated != nullptr ? defined(stated) : Json{{"type", "number"}, {"minimum", 0}});
  }
  measure_ = outer;
  // Not a bare list: in a template clang 14 never destroys the parameter that `=` makes of one.
  definitions[name] = Json{{"oneOf", choices}};
  return defined(name);
}

template <class T>
void Properties::required(std::string_view key, T&, std::string_view help) {
  add(key, schema.kind<T>(), help);
  required_keys.push_back(key);
}

template <class T>
void Properties::optional(std::string_view key, T& value, std::string_view help) {
  std::string text(help);
  if (const std::string fallback = default_text(value); !fallback.empty() && !is_section<T>)
    text += " (default " + fallback + ")";
  add(key, schema.kind<T>(), text);
}

template <class... M>
void Properties::inline_family(std::string_view key, std::variant<M...>&, std::string_view help) {
  policy_name = key;
  std::string names;
  const auto member = [&]<class Member>(Member example) {
    Properties beside(schema);
    beside.add(key, {{"const", Member::name}}, std::string(help) + ": " + std::string(Member::summary));
    beside.required_keys.push_back(key);
    Member::fields(example, beside);
    names += (names.empty() ? "" : "|") + std::string(Member::name);
    variants.push_back({beside.properties, beside.required_keys});
  };
  (member(M{}), ...);
  Properties whole(schema);
  Json choices = Json::array();
  choices.push_back(text_pattern("(" + names + ")\\(.*\\)"));
  choices.push_back({{"allOf", Json::array({schema.kind<std::variant<M...>>(), {{"type", "object"}}})}});
  whole.add(key, {{"anyOf", choices}}, help);
  variants.push_back({whole.properties, Json::array({key})});
}

template <class T>
Json Schema::section(bool needed_names) {
  T example{};
  Properties properties(*this);
  T::fields(example, properties);
  const std::string name = "section_" + std::to_string(definitions.size());
  const Json named{{"name", defined("text")}};
  definitions[name] = properties.object();
  definitions[name + "_listed"] = properties.object(named, needed_names ? Json::array({"name"}) : Json::array());
  definitions[name + "_rows"] = properties.object({{"file", defined("table")}}, Json::array({"file"}), true);
  const Json element = either({defined(name + "_listed"), defined(name + "_rows"), defined("table")});
  return either({{{"type", "object"}, {"propertyNames", defined("item_name")}, {"additionalProperties", defined(name)}},
                 {{"type", "array"}, {"items", element}},
                 defined("table")});
}

}  // namespace

std::string json_schema() {
  Schema schema;
  Scenario example;
  Properties top(schema);
  Scenario::fields(example, top);
  Json whole{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "A Restock scenario"}};
  whole.update(top.object());
  whole["definitions"] = schema.definitions;
  return whole.dump(2) + "\n";
}

}  // namespace restock
