// Everything that is printed as JSON: one object on one line, null where undefined.
#include "analysis/batch.hpp"
#include "analysis/compare.hpp"
#include "analysis/json_numbers.hpp"
#include "analysis/summary.hpp"
#include "estimate/input_spread.hpp"

#include <nlohmann/json.hpp>

namespace restock {

namespace {

using Json = nlohmann::ordered_json;

Json interval_json(const std::optional<double>& low, const std::optional<double>& high) {
  return {{"low", number_json(low)}, {"high", number_json(high)}};
}

Json spread_json(const InputSpread& spread) {
  return {{"input_std", number_json(spread.input_deviation)},
          {"simulation_std", number_json(spread.simulation_deviation)},
          {"input_share", number_json(spread.input_share)},
          {"mean", interval_json(spread.mean_low, spread.mean_high)},
          {"one", interval_json(spread.one_low, spread.one_high)}};
}

/// Of a metric's values over replications.
Json metric_json(std::span<const double> values, const ResultHeader& header) {
  const std::size_t resamples = header.inputs.resamples;
  Json object = estimate_json(estimate_over(values, resamples), header.replications);
  if (resamples > 0) object["inputs"] = spread_json(input_spread(values, resamples));
  return object;
}

Json metrics_json(const Results& results, std::size_t alternative) {
  Json object = Json::object();
  for (std::size_t m = 0; m < metrics().size(); ++m)
    object[std::string(metrics()[m].name)] = metric_json(results.of(m, alternative), results.header);
  return object;
}

/// Stock points that the alternative has: a level is defined wherever there is a stock point.
Json points_json(const Results& results, std::size_t alternative) {
  const Axes& axes = results.header.axes;
  // NOLINTNEXTLINE(bugprone-unchecked-optional-access): checked when it is compiled
  constexpr std::size_t level = metric_index("mean_on_hand").value();
  Json list = Json::array();
  for (std::size_t p = 0; p < axes.points(); ++p) {
    if (estimate(results.of_point(level, alternative, p)).n == 0) continue;
    Json object = Json::object();
    for (std::size_t m = 0; m < metrics().size(); ++m)
      object[std::string(metrics()[m].name)] = metric_json(results.of_point(m, alternative, p), results.header);
    list.push_back({{"site", axes.sites[axes.point_site[p]]},
                    {"product", axes.products[axes.point_product[p]]},
                    {"metrics", std::move(object)}});
  }
  return list;
}

/// Disruptions that the alternative has.
Json disruptions_json(const Results& results, std::size_t alternative) {
  Json list = Json::array();
  for (std::size_t d = 0; d < results.header.axes.disruptions.size(); ++d) {
    const Estimate active = estimate(results.of_disruption(&Results::active, alternative, d));
    if (active.n == 0) continue;
    const Estimate spells = estimate(results.of_disruption(&Results::spells, alternative, d));
    list.push_back({{"name", results.header.axes.disruptions[d]},
                    {"active", estimate_json(active, results.header.replications)},
                    {"spells", estimate_json(spells, results.header.replications)}});
  }
  return list;
}

Json inputs_json(const ResampledInputs& inputs) {
  Json list = Json::array();
  for (const ResampledInput& one : inputs.names)
    list.push_back({{"name", one.name}, {"observations", one.observations}, {"of", one.blocks ? "blocks" : "values"}});
  return {{"resamples", inputs.resamples}, {"observed", std::move(list)}};
}

Json checks_json(const std::vector<CheckedClaim>& claims, std::size_t replications) {
  Json list = Json::array();
  for (const CheckedClaim& claim : claims) {
    Json object{{"check", claim.text}, {"alternative", claim.alternative}};
    if (!claim.site.empty()) object["site"] = claim.site;
    if (!claim.product.empty()) object["product"] = claim.product;
    object["metric"] = metrics()[claim.metric].name;
    object["relation"] = to_text(claim.relation);
    object["bound"] = claim.bound;
    object.update(estimate_json(claim.value, replications));
    object["outcome"] = to_text(claim.judgement);
    if (claim.enough) object["replications_to_tell"] = *claim.enough;
    list.push_back(std::move(object));
  }
  return list;
}

Json selection_json(const SelectionEnd& end, std::size_t replications) {
  Json alternatives = Json::array();
  for (const Selected& one : end.alternatives) {
    Json object{{"name", one.alternative}, {"replications", one.replications}};
    object.update(estimate_json(one.value, replications));
    object["beaten_by"] = one.beaten_by.empty() ? Json(nullptr) : Json(one.beaten_by);
    alternatives.push_back(std::move(object));
  }
  return {{"metric", metrics()[end.metric].name},
          {"confidence", end.confidence},
          {"indifference", end.indifference},
          {"chosen", end.chosen.empty() ? Json(nullptr) : Json(end.chosen)},
          {"alternatives", std::move(alternatives)}};
}

Json stopping_json(const Stopping& stopping) {
  Json object{{"rule", stopping.selection ? "select" : "precision"},
              {"met", stopping.met},
              {"replications", stopping.replications},
              {"maximum", stopping.most},
              {"looks", stopping.looks}};
  if (stopping.selection) {
    object.update(selection_json(*stopping.selection, stopping.replications));
    return object;
  }
  Json targets = Json::array();
  for (const ReachedWidth& one : stopping.widths)
    targets.push_back({{"metric", metrics()[one.metric].name},
                       {"alternative", one.alternative},
                       {"wanted", one.wanted.value},
                       {"relative", one.wanted.relative},
                       {"half_width", number_json(one.value.half_width)},
                       {"allowed", number_json(allowed_width(one.value, one.wanted))},
                       {"met", one.met}});
  object["targets"] = std::move(targets);
  return object;
}

const char* word(Verdict verdict) {
  constexpr const char* words[]{"unclear", "same", "better", "worse", "higher", "lower"};
  return words[static_cast<std::size_t>(verdict)];
}

}  // namespace

std::string summary_json(const Results& results, const RunFacts& facts) {
  const ResultHeader& header = results.header;
  Json alternatives = Json::array();
  for (std::size_t a = 0; a < header.axes.alternatives.size(); ++a) {
    Json object{{"name", header.axes.alternatives[a]}, {"metrics", metrics_json(results, a)}};
    if (Json list = disruptions_json(results, a); !list.empty()) object["disruptions"] = std::move(list);
    if (!results.points.empty()) object["stock_points"] = points_json(results, a);
    alternatives.push_back(std::move(object));
  }
  Json whole{{"schema", "restock.run/1"},
             {"scenario", header.scenario},
             {"seed", header.seed},
             {"replications", header.replications},
             {"alternatives", std::move(alternatives)}};
  if (header.inputs.resamples > 0) whole["inputs"] = inputs_json(header.inputs);
  if (facts.stopping) whole["stopping"] = stopping_json(*facts.stopping);
  if (!facts.warm_up.empty()) whole["warm_up"] = facts.warm_up;
  if (!facts.checks.empty()) whole["checks"] = checks_json(facts.checks, header.replications);
  return whole.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string batch_json(const std::vector<BatchRun>& runs) {
  Json list = Json::array();
  for (const BatchRun& run : runs)
    list.push_back({{"file", run.path}, {"exit_code", run.code}, {"result", Json::parse(run.json)}});
  return Json{{"schema", "restock.batch/1"}, {"runs", std::move(list)}}.dump(-1, ' ', false,
                                                                             Json::error_handler_t::replace);
}

std::string compare_json(const Comparison& comparison) {
  Json contenders = Json::array();
  for (const Contender& contender : comparison.contenders) {
    Json differences = Json::object();
    for (const Difference& d : contender.differences)
      differences[std::string(metrics()[d.metric].name)] = {
          {"base", number_json(d.base.mean)},
          {"mean", number_json(d.other.mean)},
          {"difference", number_json(d.paired.difference.mean)},
          {"half_width", number_json(d.paired.difference.half_width)},
          {"simultaneous_half_width", number_json(d.paired.simultaneous)},
          {"n", d.paired.difference.n},
          {"correlation", number_json(d.paired.correlation)},
          {"variance_ratio", number_json(d.paired.variance_ratio)},
          {"verdict", word(d.verdict)}};
    contenders.push_back({{"name", contender.name}, {"metrics", std::move(differences)}});
  }
  Json ranking = Json::array();
  for (const Rank& rank : comparison.ranking) {
    Json place = estimate_json(rank.value, comparison.replications);
    place["may_be_best"] = rank.may_be_best;
    place["beaten_by"] = rank.beaten_by.empty() ? Json(nullptr) : Json(rank.beaten_by);
    place["against_best"] = {{"low", number_json(rank.low)}, {"high", number_json(rank.high)}};
    if (&rank != &comparison.ranking.front()) {
      place["correlation"] = number_json(rank.correlation);
      place["variance_ratio"] = number_json(rank.variance_ratio);
    }
    Json named{{"name", rank.name}};
    named.update(place);
    ranking.push_back(std::move(named));
  }
  Json whole{{"schema", "restock.compare/1"},           {"base", comparison.base},
             {"replications", comparison.replications}, {"comparisons", std::move(contenders)},
             {"by", metrics()[comparison.by].name},     {"ranking", std::move(ranking)}};
  if (const auto enough = comparison.enough()) whole["replications_to_tell"] = *enough;
  return whole.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace restock
