// Where the numbers come from, so that anybody can make them again.
#include "analysis/report/provenance.hpp"

#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "output/text.hpp"

#include <fmt/format.h>

namespace restock::report {

namespace {

constexpr std::size_t most_text = 120'000;  ///< of a scenario, whose tables may be long

std::string days_text(Time span) {
  return fmt::format("{:.6g} d", static_cast<double>(span) / static_cast<double>(day));
}

}  // namespace

std::string provenance_table(const std::string& path, const ResultHeader& header, const RunFacts& run,
                             const std::vector<std::pair<std::string, std::string>>& more) {
  HtmlTable table("Provenance of " + path, {"fact", "value"}, 2);
  const auto fact = [&](const std::string& name, const std::string& value) { table.row({name, value}); };
  fact("result file", path);
  fact("scenario", header.scenario);
  fact(
      "window",
      fmt::format("{} from {}, after {} of warm-up{}", days_text(header.length), header.start, days_text(header.warmup),
                  header.drain > 0 ? ", then up to " + days_text(header.drain) + " until orders are closed" : ""));
  fact("order of the day", header.order_of_day);
  fact("seed", fmt::format("{}", header.seed));
  fact("replications", fmt::format("{}", header.replications));
  for (const auto& [name, value] : more) fact(name, value);
  fact("detail", std::string(to_text(header.detail)));
  fact("program", "restock " + header.program_version);
  fact("scenario hash", hex(header.scenario_hash));
  fact("numerics", hex(header.numerics_id));
  fact("command", run.command_line);
  if (!run.overrides.empty()) fact("changed on the command line", run.overrides);
  fact("run", fmt::format("{}, {:.1f} s on {} thread{}", run.started_at, run.wall_seconds, run.threads,
                          run.threads == 1 ? "" : "s"));
  return table.text();
}

std::string scenario_of(const RunFacts& run) {
  const bool cut = run.scenario_text.size() > most_text;
  std::string text = "<details><summary>The scenario as it was run, defaults filled in</summary>";
  if (cut)
    text += fmt::format("<p>The first {} of {} kB; the result file has all (<code>/run/scenario_text</code>).</p>",
                        most_text / 1000, run.scenario_text.size() / 1000);
  return text + "<pre tabindex=\"0\">" + escaped(std::string_view(run.scenario_text).substr(0, most_text)) +
         "</pre></details>";
}

std::string provenance_section(const Study& study) {
  std::string text;
  for (std::size_t file = 0; file < study.files(); ++file) {
    const ResultReader& reader = study.reader(file);
    std::vector<std::pair<std::string, std::string>> more;
    if (const std::string lines = reader.stopping_text(); !lines.empty())
      more.emplace_back("replications added", lines);
    if (const std::string lines = reader.warm_up_text(); !lines.empty()) more.emplace_back("warm-up found", lines);
    more.emplace_back("fingerprint", hex(study.results(file).fingerprint()));
    const RunFacts run = reader.run();
    text += provenance_table(reader.path(), study.header(file), run, more) + scenario_of(run);
  }
  return text;
}

}  // namespace restock::report
