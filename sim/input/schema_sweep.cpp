// The key `sweep:` in the JSON Schema.
#include "input/schema_scalars.hpp"
#include "input/sweep.hpp"

namespace restock {

namespace {

Json factor_schema() {
  const Json text{{"type", "string"}};
  Json factor{{"type", "object"}, {"additionalProperties", false}, {"required", {"path"}}};
  factor["properties"]["path"] = either({text, {{"type", "array"}, {"minItems", 1}, {"items", text}}});
  factor["properties"]["path"]["description"] = "what it changes, a path as in --set, or several that get one value";
  factor["properties"]["values"] = {{"type", "array"}, {"minItems", 1}, {"description", "the values that it takes"}};
  factor["properties"]["from"] = {{"type", {"number", "string"}}, {"description", "one end of a range"}};
  factor["properties"]["to"] = {{"type", {"number", "string"}}, {"description", "the other end, in the same unit"}};
  factor["properties"]["steps"] = {{"type", "integer"},
                                   {"minimum", 2},
                                   {"maximum", most_design_points},
                                   {"description", "how many values of the range, both ends included"}};
  factor["properties"]["scale"] = {{"enum", {"linear", "log"}}, {"description", "equal differences or equal ratios"}};
  factor["properties"]["round"] = {
      {"type", "number"}, {"exclusiveMinimum", 0}, {"description", "values of the range are multiples of it"}};
  factor["properties"]["file"] = defined("table");
  factor["properties"]["column"] = text;
  factor["oneOf"] =
      Json::array({{{"required", {"values"}}}, {{"required", {"from", "to"}}}, {{"required", {"file", "column"}}}});
  return factor;
}

}  // namespace

Json sweep_schema() {
  const Json points{{"type", "integer"}, {"minimum", 1}, {"maximum", most_design_points}};
  Json whole{{"type", "object"}, {"additionalProperties", false}, {"required", {"factors"}}};
  whole["properties"]["design"] = either(
      {{{"enum", {"grid", "zip"}}},
       text_pattern("(latin_hypercube|sobol)\\(.*\\)"),
       {{"type", "object"},
        {"additionalProperties", false},
        {"required", {"kind"}},
        {"properties", {{"kind", {{"enum", {"grid", "zip", "latin_hypercube", "sobol"}}}}, {"points", points}}}}});
  whole["properties"]["design"]["description"] =
      "how values are combined: grid, zip, latin_hypercube(points: …), sobol(points: …)";
  whole["properties"]["factors"] = {{"type", "object"},
                                    {"minProperties", 1},
                                    {"propertyNames", {{"pattern", "^[A-Za-z_][A-Za-z0-9_]*$"}}},
                                    {"additionalProperties", factor_schema()},
                                    {"description", "what is varied, by name"}};
  return whole;
}

}  // namespace restock
