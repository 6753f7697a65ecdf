// Where the numbers come from, so that anybody can make them again.
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

std::string facts_of(const Study& study, std::size_t file) {
  const ResultHeader& header = study.header(file);
  const RunFacts run = study.reader(file).run();
  HtmlTable table("Provenance of " + study.reader(file).path(), {"fact", "value"}, 2);
  const auto fact = [&](const char* name, const std::string& value) { table.row({name, value}); };
  fact("result file", study.reader(file).path());
  fact("scenario", header.scenario);
  fact(
      "window",
      fmt::format("{} from {}, after {} of warm-up{}", days_text(header.length), header.start, days_text(header.warmup),
                  header.drain > 0 ? ", then up to " + days_text(header.drain) + " until orders are closed" : ""));
  fact("order of the day", header.order_of_day);
  fact("seed", fmt::format("{}", header.seed));
  fact("replications", fmt::format("{}", header.replications));
  if (const std::string text = study.reader(file).stopping_text(); !text.empty()) fact("replications added", text);
  if (const std::string text = study.reader(file).warm_up_text(); !text.empty()) fact("warm-up found", text);
  fact("detail", std::string(to_text(header.detail)));
  fact("program", "restock " + header.program_version);
  fact("scenario hash", hex(header.scenario_hash));
  fact("numerics", hex(header.numerics_id));
  fact("fingerprint", hex(study.results(file).fingerprint()));
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

}  // namespace

std::string provenance_section(const Study& study) {
  std::string text;
  for (std::size_t file = 0; file < study.files(); ++file)
    text += facts_of(study, file) + scenario_of(study.reader(file).run());
  return text;
}

}  // namespace restock::report
