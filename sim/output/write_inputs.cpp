#include "output/write_inputs.hpp"

#include "estimate/input_spread.hpp"
#include "output/values.hpp"

namespace restock {

void put_input_labels(Builder& file, const ResultHeader& header) {
  const ResampledInputs& inputs = header.inputs;
  if (inputs.resamples == 0) return;
  std::vector<std::string> names, metric_names, units;
  std::vector<std::int64_t> observations;
  std::vector<std::int8_t> kinds;
  std::vector<std::int32_t> resamples, replications;
  for (const ResampledInput& each : inputs.names) {
    names.push_back(each.name);
    observations.push_back(each.observations);
    kinds.push_back(each.blocks ? 1 : 0);
  }
  for (const Metric& metric : metrics()) {
    metric_names.emplace_back(metric.name);
    units.emplace_back(metric.unit);
  }
  for (std::size_t r = 0; r < header.replications; ++r) {
    replications.push_back(static_cast<std::int32_t>(r));
    resamples.push_back(static_cast<std::int32_t>(r % inputs.resamples));
  }
  file.put_text("inputs/alternative", header.axes.alternatives);
  file.put<std::int32_t>("inputs/replication", replications);
  file.put_text("inputs/metric", metric_names);
  file.put_text("inputs/unit", units);
  file.put_text("inputs/input", names);
  file.put<std::int64_t>("inputs/observations", observations);
  file.put<std::int8_t>("inputs/observed", kinds);
  file.put<std::int32_t>("inputs/resample", resamples);
}

void write_inputs(Builder& file, const Results& results) {
  const std::size_t resamples = results.header.inputs.resamples;
  if (resamples == 0) return;
  std::vector<InputSpread> all;
  for (std::size_t a = 0; a < results.header.axes.alternatives.size(); ++a)
    for (std::size_t m = 0; m < metrics().size(); ++m) all.push_back(input_spread(results.of(m, a), resamples));
  const auto put = [&](const char* name, std::optional<double> InputSpread::*part) {
    std::vector<double> values;
    for (const InputSpread& one : all) values.push_back((one.*part).value_or(undefined));
    file.put<double>(name, values);
  };
  put("inputs/input_std", &InputSpread::input_deviation);
  put("inputs/simulation_std", &InputSpread::simulation_deviation);
  put("inputs/input_share", &InputSpread::input_share);
  put("inputs/mean_lo", &InputSpread::mean_low);
  put("inputs/mean_hi", &InputSpread::mean_high);
  put("inputs/one_lo", &InputSpread::one_low);
  put("inputs/one_hi", &InputSpread::one_high);
}

ResampledInputs read_inputs(const h5::Place& root) {
  ResampledInputs inputs;
  if (!h5::has_attribute(root, "resamples")) return inputs;
  const std::int64_t resamples = h5::int_attribute(root, "resamples");
  if (resamples < 2 || resamples > 10'000)
    throw ResultError("damaged", root.path, "attribute resamples is not a number of resamples");
  inputs.resamples = static_cast<std::size_t>(resamples);
  if (!holds(root, "inputs/input")) return inputs;
  const std::vector<std::string> names = labels(root, "inputs/input");
  const hsize_t count = names.size();
  const auto observations = read_values<std::int64_t>(root, "inputs/observations", {count});
  const auto kinds = read_values<std::int8_t>(root, "inputs/observed", {count});
  for (std::size_t i = 0; i < names.size(); ++i) inputs.names.push_back({names[i], observations[i], kinds[i] == 1});
  return inputs;
}

}  // namespace restock
