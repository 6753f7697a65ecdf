// The scalars of the language as patterns.
#include "input/schema_scalars.hpp"

#include "core/quantity.hpp"

namespace restock {

namespace {

const std::string decimal = "(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?";
const std::string time_unit =
    "(us|ms|s|min|h|d|w|month|y|microseconds?|milliseconds|seconds?|minutes?|hours?|days?|weeks?|months|years?)";
const std::string blanks = "[ \\t]*";
const std::string per = blanks + "(/" + blanks + "|per[ \\t]+)(" + decimal + blanks + ")?" + time_unit;
const std::string date = "[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?";

}  // namespace

Json text_pattern(const std::string& pattern) { return {{"type", "string"}, {"pattern", "^" + pattern + "$"}}; }
Json defined(const std::string& definition) { return {{"$ref", "#/definitions/" + definition}}; }
Json either(std::initializer_list<Json> choices) { return {{"anyOf", Json(choices)}}; }
Json date_schema() { return text_pattern(date); }

Json scalar_definitions() {
  Json all;
  all["text"] = {{"type", {"string", "number", "boolean"}}, {"not", {{"const", ""}}}};
  all["duration"] = text_pattern(decimal + blanks + time_unit);
  all["instant"] = either({text_pattern(date), text_pattern("-?" + decimal + blanks + time_unit)});
  all["rate"] = text_pattern(decimal + per);
  all["money"] = {{"type", "number"}, {"minimum", 0}};
  all["money_rate"] = text_pattern(decimal + blanks + "%?" + per);
  all["share"] = either({{{"type", "number"}, {"minimum", 0}, {"maximum", 1}}, text_pattern(decimal + blanks + "%")});
  all["share_rate"] = text_pattern("-?" + decimal + blanks + "%?" + per);
  all["quantity"] = {{"type", "integer"}, {"minimum", -unlimited}, {"maximum", unlimited}};
  all["selector"] = either({defined("text"), {{"type", "array"}, {"minItems", 1}, {"items", defined("text")}}});
  all["table"] = text_pattern("(?!/)(?!(.*/)?\\.\\.(/|$)).*\\.csv");
  all["item_name"] = {{"pattern", "^[^.*?\\[\\]\"\\s]([^.*?\\[\\]\"\\n]*[^.*?\\[\\]\"\\s])?$"},
                      {"not", {{"const", "+"}}}};
  return all;
}

}  // namespace restock
