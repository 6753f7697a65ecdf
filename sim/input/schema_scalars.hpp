// The parts of the JSON Schema that depend on no family. Used by schema.cpp only.
#pragma once

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <string>

namespace restock {

using Json = nlohmann::ordered_json;

/// A text that matches a regular expression from end to end.
Json text_pattern(const std::string& pattern);
/// A reference to a definition.
Json defined(const std::string& definition);
Json either(std::initializer_list<Json> choices);

/// `2026-06-12`, with or without a time.
Json date_schema();

/// The key `sweep`.
Json sweep_schema();
/// The key `attribution`.
Json attribution_schema();

/// The definitions of all scalars, as scalars.cpp and numbers.cpp read them.
Json scalar_definitions();

}  // namespace restock
