// restock run --like: what a result keeps, run again; the same bits, or why not.
#include "app/interrupt.hpp"
#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "app/work.hpp"
#include "campaign/attribution_run.hpp"
#include "campaign/kept_scenario.hpp"
#include "campaign/parts.hpp"
#include "campaign/run.hpp"
#include "campaign/sweep_run.hpp"
#include "output/destination.hpp"
#include "output/digest.hpp"
#include "output/origin.hpp"
#include "output/reader.hpp"
#include "output/sweep_schema.hpp"
#include "random/numerics.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <optional>

namespace restock {

namespace {

/// Something that results depend on and that is not as it was.
struct ChangedIngredient {
  std::string what, kept, now;
};

std::vector<ChangedIngredient> changed_ingredients(const Origin& kept, const Origin& now) {
  std::vector<ChangedIngredient> found;
  const auto compare = [&](const std::string& what, const std::string& before, const std::string& after) {
    if (before != after) found.push_back({what, before.empty() ? "not recorded" : before, after});
  };
  compare("program_version", kept.header.program_version, now.header.program_version);
  compare("numerics_id", fmt::format("{:016x}", kept.header.numerics_id),
          fmt::format("{:016x}", now.header.numerics_id));
  for (std::size_t i = 0; i < kept.built_with.size(); ++i)
    compare(kept.built_with[i].name, kept.built_with[i].value, now.built_with[i].value);
  return found;
}

/// Options that would make it another run.
std::string what_does_not_go_with(const Command& command) {
  if (!command.inputs.empty()) return "a scenario: it is the one that the result keeps";
  if (!command.patches.empty()) return "--set, --seed or --replications: they are as the result keeps them";
  if (command.detail != Detail::total) return "--detail: it is as the result keeps it";
  if (!command.junit.empty()) return "--junit";
  return {};
}

/// Runs what was kept, into `output`. False when it was stopped or could not be made; `code` says why.
class Rerun {
 public:
  Rerun(const Command& command, const Origin& kept, const KeptScenario& scenario, std::string output)
      : command_(command), kept_(kept), scenario_(scenario), output_(std::move(output)) {}

  int run(const std::stop_token& stop) {
    const PlanSettings settings{{}, kept_.header.detail, kept_.run.scenario_text};
    Progress progress(command_.quiet);
    progress.begin(kept_.header.scenario);
    WorkSettings work = work_settings(command_, output_, stop, progress);
    work.force = true;  // what is there is no part of this attempt; whether it may be replaced was asked before
    if (kept_.attributes) return attribution(settings, work);
    return kept_.filetype == sweep_filetype ? sweep(settings, work) : plain(settings, work);
  }

 private:
  int refuse(const Issues& issues, const Document& document) const {
    if (command_.json)
      print_issues_json(issues);
    else
      print_issues(issues, document);
    return issue_exit_code(issues);
  }

  int plain(const PlanSettings& made, const WorkSettings& work) const {
    Issues issues;
    Document document;
    std::optional<Plan> plan = make_plan(scenario_.path(), made, issues, document);
    if (!plan) return refuse(issues, document);
    plan->overrides = kept_.run.overrides;
    // A selection leaves some cells out.
    return run_plan(*plan, RunSettings{work, ResultReader(kept_.path).read().present}).stopped ? exit_interrupted
                                                                                               : exit_done;
  }

  int attribution(const PlanSettings& made, const WorkSettings& work) const {
    Issues issues;
    Document document;
    std::optional<AttributionPlan> plan =
        make_attribution(scenario_.path(), made, std::string(base_name), issues, document);
    if (!plan) return refuse(issues, document);
    plan->overrides = kept_.run.overrides;
    return run_attribution(*plan, ShardSettings{work, {}}).stopped ? exit_interrupted : exit_done;
  }

  int sweep(const PlanSettings& made, const WorkSettings& work) const {
    Issues issues;
    Document document;
    std::optional<SweepPlan> plan = make_sweep(scenario_.path(), made, issues, document);
    if (!plan) return refuse(issues, document);
    plan->overrides = kept_.run.overrides;
    return run_sweep(*plan, ShardSettings{work, {}}).stopped ? exit_interrupted : exit_done;
  }

  const Command& command_;
  const Origin& kept_;
  const KeptScenario& scenario_;
  std::string output_;
};

std::string verdict_json(const std::string& path, const std::string& kept, const std::string& now,
                         const std::vector<ChangedIngredient>& found) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const ChangedIngredient& each : found)
    list.push_back({{"what", each.what}, {"kept", each.kept}, {"now", each.now}});
  return nlohmann::ordered_json{{"schema", "restock.like/1"}, {"result", path}, {"same", kept == now},
                                {"kept_digest", kept},        {"digest", now},  {"differences", list}}
             .dump() +
         "\n";
}

std::string verdict_text(const Origin& kept, const std::string& before, const std::string& after,
                         const std::vector<ChangedIngredient>& found) {
  if (before == after) return fmt::format("the same bits as {}: digest {}\n", kept.path, after);
  std::string text = fmt::format("other bits than {}: digest {}, kept {}\n", kept.path, after, before);
  for (const ChangedIngredient& each : found)
    text += fmt::format("  {:16} kept: {}   now: {}\n", each.what, each.kept, each.now);
  if (found.empty())
    text +=
        "  nothing that is recorded differs: the kept file was changed after it was written, or this is a fault of "
        "restock\n";
  return text;
}

}  // namespace

int run_like(const Command& command) {
  if (const std::string what = what_does_not_go_with(command); !what.empty()) {
    print_error(command.json, "usage", "", "--like does not go with " + what, "leave it out, or run the scenario file");
    return exit_usage;
  }
  const Origin kept = read_origin(command.like);
  if (kept.filetype == cells_filetype)
    throw ResultError("other_kind", command.like, "holds cells of a sweep (a shard or a checkpoint), not a result",
                      "join the shards first: restock merge SHARD.h5... -o OUT.h5");
  const std::string& text = scenario_text(kept);
  if (!command.output.empty()) check_destination(command.output, command.force);

  const std::stop_token stop = install_interrupts();
  const KeptScenario scenario(text, command.like, command.tables);
  const std::string output = command.output.empty() ? scenario.folder() + "/again.h5" : command.output;
  const std::string before = digest(command.like);
  const int code = Rerun(command, kept, scenario, output).run(stop);
  if (code == exit_interrupted) {
    Parts(output).remove_all();
    inform("restock: interrupted; no result was written\n");
  }
  if (code != exit_done) return code;

  const std::string after = digest(output);
  std::vector<ChangedIngredient> found;
  if (after != before) found = changed_ingredients(kept, read_origin(output));
  write_text(command.json ? verdict_json(command.like, before, after, found) : verdict_text(kept, before, after, found),
             "", false);
  return after == before ? exit_done : exit_missed;
}

}  // namespace restock
