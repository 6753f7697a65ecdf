#include "analysis/checks.hpp"

#include "analysis/numbers.hpp"
#include "core/markup.hpp"
#include "measure/kpi.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace restock {

namespace {

std::string claim_name(const CheckedClaim& claim) {
  return claim.alternative == "base" ? claim.text : fmt::format("{} in {}", claim.text, claim.alternative);
}

std::string value_text(const CheckedClaim& claim) {
  if (!claim.value.mean) return "undefined";
  const Metric& metric = metrics()[claim.metric];
  return with_interval(claim.value, decimals_for({claim.value}), claim.value.n) +
         (metric.unit == "1" ? std::string() : fmt::format(" {}", metric.unit));
}

/// Why a check is undecided, and what to do.
std::string remark(const CheckedClaim& claim) {
  if (claim.judgement != Judgement::undecided) return {};
  if (!claim.value.mean) return "undefined in every replication";
  if (!claim.value.half_width) return "a single replication has no interval";
  if (claim.enough) return fmt::format("about {} replications would tell", *claim.enough);
  return "too close to the bound to tell";
}

std::size_t count_of(const std::vector<CheckedClaim>& claims, Judgement judgement) {
  return static_cast<std::size_t>(std::count_if(
      claims.begin(), claims.end(), [&](const CheckedClaim& claim) { return claim.judgement == judgement; }));
}

std::string case_xml(const CheckedScenario& scenario, const CheckedClaim& claim) {
  const std::string place =
      claim.line > 0 ? fmt::format(" file=\"{}\" line=\"{}\"", escaped(claim.file), claim.line) : std::string();
  std::string text = fmt::format("    <testcase classname=\"{}\" name=\"{}\"{}", escaped(scenario.name),
                                 escaped(claim_name(claim)), place);
  if (claim.judgement == Judgement::met) return text + "/>\n";
  const bool missed = claim.judgement == Judgement::missed;
  const std::string why =
      missed ? value_text(claim) : fmt::format("undecided: {}, {}", value_text(claim), remark(claim));
  return text +
         fmt::format(">\n      <{} message=\"{}\"/>\n    </testcase>\n", missed ? "failure" : "skipped", escaped(why));
}

struct SuiteCounts {
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;
  std::string attributes() const {
    return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"", tests, failures, errors, skipped);
  }
};

SuiteCounts counts_of(const CheckedScenario& scenario) {
  if (!scenario.error.empty()) return {1, 0, 1, 0};
  return {scenario.claims.size(), count_of(scenario.claims, Judgement::missed), 0,
          count_of(scenario.claims, Judgement::undecided)};
}

}  // namespace

std::string checks_table(const std::vector<CheckedClaim>& claims) {
  if (claims.empty()) return {};
  Table table;
  table.row({"checks"});
  for (const CheckedClaim& claim : claims)
    table.row(
        {fmt::format("  {:<9}  {}", to_text(claim.judgement), claim_name(claim)), value_text(claim), remark(claim)});
  const std::size_t missed = count_of(claims, Judgement::missed), open = count_of(claims, Judgement::undecided);
  return fmt::format("\n{}{} of {} met, {} missed, {} undecided: the 95 % interval decides, not the mean\n",
                     table.text(), claims.size() - missed - open, claims.size(), missed, open);
}

std::string kept_checks_table(const std::string& kept) {
  std::istringstream lines(kept);
  std::string text;
  for (std::string line; std::getline(lines, line);)
    if (const std::size_t colon = line.find(": "); colon != std::string::npos)
      text += fmt::format("  {:<9}  {}\n", line.substr(0, colon), line.substr(colon + 2));
  return text.empty() ? text : "\nchecks\n" + text;
}

std::string junit_xml(const std::vector<CheckedScenario>& scenarios) {
  std::string suites;
  SuiteCounts all;
  for (const CheckedScenario& scenario : scenarios) {
    const SuiteCounts counts = counts_of(scenario);
    all.tests += counts.tests;
    all.failures += counts.failures;
    all.errors += counts.errors;
    all.skipped += counts.skipped;
    suites += fmt::format("  <testsuite name=\"{}\" {}>\n", escaped(scenario.name), counts.attributes());
    if (!scenario.error.empty())
      suites += fmt::format(
          "    <testcase classname=\"{0}\" name=\"run\">\n      <error message=\"{1}\"/>\n"
          "    </testcase>\n",
          escaped(scenario.name), escaped(scenario.error));
    for (const CheckedClaim& claim : scenario.claims) suites += case_xml(scenario, claim);
    suites += "  </testsuite>\n";
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"restock\" " + all.attributes() + ">\n" +
         suites + "</testsuites>\n";
}

}  // namespace restock
