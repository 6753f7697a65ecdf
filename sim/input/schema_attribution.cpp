// The key `attribution:` in the JSON Schema.
#include "input/attribution.hpp"
#include "input/causes.hpp"
#include "input/schema_scalars.hpp"

namespace restock {

Json attribution_schema() {
  const Json text{{"type", "string"}};
  Json kind{{"enum", Json::array()}};
  for (const CauseKind& each : cause_kinds()) kind["enum"].push_back(each.name);
  const Json patches{{"type", "object"}, {"minProperties", 1}};
  Json whole{{"type", "object"}, {"additionalProperties", false}};
  whole["properties"]["groups"] = {
      {"type", "object"},
      {"minProperties", 1},
      {"additionalProperties", either({kind, {{"type", "array"}, {"minItems", 1}, {"items", kind}}, patches})},
      {"description", "causes by name: patches that switch each off, or kinds of causes"}};
  whole["properties"]["outcomes"] = either({text, {{"type", "array"}, {"minItems", 1}, {"items", text}}});
  whole["properties"]["outcomes"]["description"] =
      "what is put down to causes: lost, cancelled, or metrics; left out: lost, backordered, cancelled";
  whole["properties"]["permutations"] = {
      {"type", "integer"},
      {"minimum", 1},
      {"maximum", most_permutations},
      {"description", "with more than 6 groups: pairs of orders that each replication draws; left out: 1"}};
  return whole;
}

}  // namespace restock
