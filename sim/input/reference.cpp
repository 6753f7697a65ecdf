// The lists of the language, for people.
#include "input/reference.hpp"

#include "input/causes.hpp"
#include "input/error_codes.hpp"
#include "input/glossary.hpp"
#include "input/parameter_walk.hpp"
#include "input/source.hpp"

#include <algorithm>
#include <span>

namespace restock {

namespace {

/// The kinds of causes, and the patches that switch them off.
std::vector<ReferenceEntry> causes() {
  std::vector<ReferenceEntry> entries;
  for (const CauseKind& kind : cause_kinds()) {
    std::vector<Parameter> off;
    for (const OffPatch& patch : kind.off)
      off.push_back({std::string(patch.path), std::string(patch.value), false, "as written", std::string(patch.help)});
    entries.push_back({std::string(kind.name), std::string(kind.summary), {}, std::move(off)});
  }
  return entries;
}

/// Words with one sentence each.
std::vector<ReferenceEntry> words_with_meanings(std::span<const Meaning> meanings) {
  std::vector<ReferenceEntry> entries;
  for (const Meaning& each : meanings) entries.push_back({std::string(each.word), std::string(each.text), {}, {}});
  return entries;
}

template <class... M>
std::vector<ReferenceEntry> members(std::type_identity<std::variant<M...>>) {
  std::vector<ReferenceEntry> entries;
  const auto member = [&]<class Member>(std::type_identity<Member>) {
    std::string source;
    if constexpr (requires { Member::source; }) source = Member::source;
    entries.push_back({std::string(Member::name), std::string(Member::summary), source, parameters_in<Member>()});
  };
  (member(std::type_identity<M>{}), ...);
  return entries;
}

/// The top-level keys of a scenario, and the keys of an item of each section.
struct Sections : ParameterWalk {
  std::vector<ReferenceEntry> entries;

  template <class T>
  void section(std::string_view key, std::string_view help) {
    if constexpr (is_section<T>) {
      std::vector<Parameter> parameters = parameters_in<typename T::value_type>();
      if constexpr (name_required<typename T::value_type>)
        parameters.insert(parameters.begin(),
                          {"name", "name", true, {}, "in lists and tables; elsewhere the key is the name"});
      entries.push_back({std::string(key), std::string(help), {}, std::move(parameters)});
    } else if constexpr (std::is_same_v<T, CustomerRules>) {
      entries.push_back({std::string(key), std::string(help), {}, parameters_in<CustomerRules>()});
    }
  }
  template <class T>
  void required(std::string_view key, T& value, std::string_view help) {
    section<T>(key, help);
    ParameterWalk::required(key, value, help);
  }
  template <class T>
  void optional(std::string_view key, T& value, std::string_view help) {
    section<T>(key, help);
    ParameterWalk::optional(key, value, help);
  }
};

std::vector<ReferenceEntry> sections() {
  Sections walk;
  Scenario example;
  Scenario::fields(example, walk);
  walk.entries.insert(walk.entries.begin(), {"scenario", "the keys of a scenario file", {}, std::move(walk.all)});
  return std::move(walk.entries);
}

template <class Family>
std::vector<ReferenceEntry> family() {
  return members(std::type_identity<Family>{});
}

/// What can be listed, in the order in which pages show it.
struct Topic {
  std::string_view name;
  std::vector<ReferenceEntry> (*entries)();
};
constexpr Topic all_topics[]{{"policies", family<Policy>},
                             {"distributions", family<Distribution>},
                             {"arrivals", family<Arrivals>},
                             {"surges", family<Surge>},
                             {"acceptance", family<Acceptance>},
                             {"planned", family<Planned>},
                             {"seller_limits", family<SellerLimit>},
                             {"quotes", family<Quoting>},
                             {"updates", family<Updates>},
                             {"slip_reactions", family<SlipReaction>},
                             {"sources", family<Sourcing>},
                             {"counts", family<Counts>},
                             {"refills", family<Refill>},
                             {"triggers", family<Trigger>},
                             {"effects", family<Effect>},
                             {"forecasts", family<ForecastMethod>},
                             {"levels", family<LevelRule>},
                             {"demand_laws", family<LeadDemand>},
                             {"lot_sizes", family<LotSize>},
                             {"causes", causes},
                             {"sections", sections},
                             {"words", [] { return words_with_meanings(glossary()); }},
                             {"errors", [] { return words_with_meanings(error_codes()); }}};

/// A text as a cell of a Markdown table.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t shown = characters(text);
  if (shown < width) text.append(width - shown, ' ');
  return text;
}

}  // namespace

std::vector<std::string_view> list_topics() {
  std::vector<std::string_view> names;
  for (const Topic& topic : all_topics) names.push_back(topic.name);
  return names;
}

std::vector<ReferenceEntry> reference(std::string_view topic) {
  for (const Topic& each : all_topics)
    if (each.name == topic) return each.entries();
  return {};
}

std::string list_text(std::string_view topic) {
  std::string out;
  for (const ReferenceEntry& entry : reference(topic)) {
    if (!out.empty()) out += "\n";
    out += entry.name + "\n    " + entry.summary + "\n";
    if (!entry.source.empty()) out += "    source: " + entry.source + "\n";
    std::size_t keys = 0, widest = 0;
    for (const Parameter& parameter : entry.parameters) {
      keys = std::max(keys, parameter.key.size());
      widest = std::max(widest, characters(parameter.kind));
    }
    for (const Parameter& parameter : entry.parameters)
      out += "    " + padded(parameter.key, keys) + "  " + padded(parameter.kind, widest) + "  " + parameter.help +
             (parameter.required           ? " (required)"
              : parameter.fallback.empty() ? ""
                                           : " (default " + parameter.fallback + ")") +
             "\n";
  }
  return out;
}

std::string reference_page() {
  std::string out;
  for (const std::string_view topic : list_topics()) {
    out += "### " + std::string(topic) + "\n\n";
    if (topic == "words" || topic == "errors") {
      out += "| | |\n|---|---|\n";
      for (const ReferenceEntry& entry : reference(topic))
        out += "| " + (topic == "errors" ? "`" + entry.name + "`" : entry.name) + " | " + cell(entry.summary) + " |\n";
      out += "\n";
      continue;
    }
    for (const ReferenceEntry& entry : reference(topic)) {
      out += "**" + entry.name + "**: " + entry.summary + ".";
      if (!entry.source.empty()) out += " *" + entry.source + ".*";
      out += "\n\n";
      if (entry.parameters.empty()) continue;
      out += "| key | kind | default | |\n|---|---|---|---|\n";
      for (const Parameter& parameter : entry.parameters)
        out += "| `" + parameter.key + "` | " + cell(parameter.kind) + " | " +
               (parameter.required ? "**required**" : cell(parameter.fallback)) + " | " + cell(parameter.help) + " |\n";
      out += "\n";
    }
  }
  return out;
}

}  // namespace restock
