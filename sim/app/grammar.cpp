#include "app/grammar.hpp"

#include "app/deciding_options.hpp"
#include "app/exit_codes.hpp"
#include "app/option_checks.hpp"
#include "app/templates.hpp"
#include "core/version.hpp"
#include "input/reference.hpp"
#include "input/words.hpp"
#include "output/schema.hpp"

#include <fmt/format.h>

namespace restock {

namespace {

enum class Scenarios : std::uint8_t { one, several };

void add_scenario_options(CLI::App& verb, Command& command, CommandWords& words, Scenarios how_many) {
  verb.add_option("--set", words.sets, "change the scenario: path=value, e.g. replenishment.stores.S=120 (repeatable)")
      ->type_name("PATH=VALUE")
      ->expected(1)
      ->take_all();
  verb.add_option("--seed", words.seed, "seed of all random draws")->check(whole(0, UINT64_MAX));
  verb.add_option("--replications", words.replications, "number of replications")->check(whole(1, 1'000'000));
  CLI::Option* files =
      verb.add_option("SCENARIO", command.inputs, "scenario file (YAML)")->required()->type_name("FILE");
  if (how_many == Scenarios::one) files->expected(1);
}

std::string footer() {
  std::string text = "Start with: restock init -o SCENARIO.yaml, then restock run SCENARIO.yaml. Exit codes:";
  for (const ExitMeaning& meaning : exit_meanings()) text += fmt::format("\n  {:3} {}", meaning.code, meaning.text);
  return text;
}

void add_shard_options(CLI::App& verb, Command& command, CommandWords& words) {
  verb.add_option("--shard", command.shard,
                  "only part K of N (from 0), or auto: K from the scheduler's environment, N from --shards")
      ->type_name("K/N|auto");
  verb.add_option("--shards", words.shards, "with --shard auto: N; default: as the work was begun")
      ->check(whole(1, 1'000'000));
  verb.add_option("--shard-base", words.shard_base,
                  "with --shard auto: the scheduler's first index; default: what it is known for")
      ->check(whole(0, 1'000'000));
  verb.add_option("--shards-per-task", words.shards_per_task, "with --shard auto: how many each task does")
      ->check(whole(1, 1'000'000));
  verb.add_option("--checkpoint", command.checkpoint_seconds, "keep finished cells every so many seconds (30)")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 86400.0));
}

}  // namespace

Grammar::Grammar() {
  app.set_version_flag("--version", "restock " + std::string(program_version()));
  app.require_subcommand(1);
  app.failure_message(CLI::FailureMessage::simple);
  app.footer(footer());
  add_init();
  add_import();
  add_run();
  add_validate();
  add_compare();
  add_attribute();
  add_list();
  add_network();
  add_trace();
  add_export();
  add_report();
  add_sweep();
  add_merge();
  add_own();
}

CLI::App* Grammar::add_verb(const char* name, const char* help, Verb verb) {
  CLI::App* added = app.add_subcommand(name, help);
  added->allow_extras();
  verbs[added] = verb;
  return added;
}

void Grammar::add_init() {
  std::vector<std::string_view> names;
  for (const Template& each : templates()) names.push_back(each.name);
  CLI::App* init = add_verb("init", "a commented scenario to begin with", Verb::init);
  init->add_option("--template", words.scenario, "one_warehouse (default), two_echelons, port, marketplace")
      ->check(known("a template", names));
  init->add_option("-o,--output", command.output, "file to write; default: standard output")->type_name("FILE");
  init->add_flag("--force", command.force, "replace an existing file");
}

void Grammar::add_run() {
  std::vector<std::string_view> details(detail_names.begin(), detail_names.end());
  CLI::App* run = add_verb("run", "run all replications of all alternatives and sum them up", Verb::run);
  add_scenario_options(*run, command, words, Scenarios::several);
  run->get_option("SCENARIO")->required(false);  // --like has none
  run->add_option("-o,--output", command.output, "result file (HDF5), or a folder for one file per scenario")
      ->type_name("FILE|DIR");
  run->add_option("--like", command.like,
                  "run again what a result keeps, and say whether the bits are the same; 10 when they are not")
      ->type_name("RESULT");
  run->add_option("--tables", command.tables,
                  "with --like: folder of the scenario, for tables too large to be kept; default: the current one")
      ->type_name("DIR");
  run->add_option("--threads", command.threads, "threads; default: as many as the machine has")->check(whole(1, 4096));
  run->add_option("--detail", words.detail, "what the result keeps: total, site, stock_point, orders")
      ->check(known("a level of detail", details));
  add_deciding_options(*run, command, {words.warmup, words.most_replications});
  run->add_flag("--json", command.json, "the summary as one JSON object");
  run->add_flag("--all", command.all, "every metric in the table; of several scenarios, the table of each");
  run->add_option("--junit", command.junit, "what became of the checks of `expect`, as JUnit XML")->type_name("FILE");
  run->add_flag("--force", command.force, "replace existing files");
  run->add_flag("-q,--quiet", command.quiet, "no progress and no remarks");
}

void Grammar::add_validate() {
  CLI::App* validate = add_verb("validate", "check scenarios and say every problem, without running", Verb::validate);
  add_scenario_options(*validate, command, words, Scenarios::several);
  validate->add_flag("--json", command.json, "problems as JSON");
  validate->add_flag("-v,--verbose", command.verbose, "also the longest lead time and the size of the model");
}

void Grammar::add_compare() {
  CLI::App* compare =
      add_verb("compare", "paired differences between alternatives, with confidence intervals", Verb::compare);
  compare->add_option("RESULT", command.inputs, "result files (HDF5)")->required()->type_name("FILE");
  add_ranking(*compare);
  compare->add_option("--metric", command.metric, "only this metric")->type_name("METRIC");
  compare->add_flag("--all", command.all, "every metric");
  compare->add_flag("--json", command.json, "as one JSON object");
}

void Grammar::add_attribute() {
  const std::vector<std::string_view> details(detail_names.begin(), std::prev(detail_names.end()));
  CLI::App* attribute = add_verb(
      "attribute", "how much of each bad outcome each cause is answerable for (Shapley values)", Verb::attribute);
  add_scenario_options(*attribute, command, words, Scenarios::one);
  attribute->add_option("--alternative", command.alternative, "of the scenario; default: base")->type_name("NAME");
  attribute->add_option("-o,--output", command.output, "result file (HDF5)")->type_name("FILE");
  attribute->add_option("--threads", command.threads, "threads; default: as many as the machine has")
      ->check(whole(1, 4096));
  attribute->add_option("--detail", words.detail, "what the result keeps: total, site, stock_point")
      ->check(known("a level of detail of an attribution", details));
  add_shard_options(*attribute, command, words);
  attribute->add_flag("--json", command.json, "as one JSON object");
  attribute->add_flag("--force", command.force, "replace an existing result");
  attribute->add_flag("-q,--quiet", command.quiet, "no progress and no remarks");
}

void Grammar::add_list() {
  CLI::App* list = add_verb("list", "what the scenario language knows: policies, distributions, …", Verb::list);
  list->add_option("WHAT", command.topic, "topic; left out: the topics")->type_name("TOPIC");
  list->add_flag("--json", command.json, "as JSON");
  CLI::App* explain =
      add_verb("explain", "what a word means: a path, key, policy, metric, dataset, error code …", Verb::explain);
  explain
      ->add_option("WORD", command.inputs,
                   "e.g. replenishment.s, demand.surges.lift, reorder_point, fill_rate, missing_unit, /summary/mean")
      ->required()
      ->type_name("WORD");
  explain->add_flag("--json", command.json, "as one JSON object");
  add_verb("schema", "JSON Schema (draft-07) of the scenario language, for editors", Verb::schema);
}

void Grammar::add_network() {
  CLI::App* network = add_verb("network", "draw the network of a scenario", Verb::network);
  add_scenario_options(*network, command, words, Scenarios::one);
  network->add_option("--format", words.format, "dot or svg; default: by the output's name, else dot")
      ->check(known("a format", {"dot", "svg"}));
  network->add_option("-o,--output", command.output, "file to write; default: standard output")->type_name("FILE");
  network->add_flag("--force", command.force, "replace an existing file");
}

void Grammar::add_trace() {
  CLI::App* trace =
      add_verb("trace", "tell the story of one customer order of a scenario, or of a result", Verb::trace);
  add_scenario_options(*trace, command, words, Scenarios::one);
  trace->get_option("SCENARIO")->description("scenario file (YAML), or a result (HDF5): the one that it keeps");
  const std::vector<std::string_view> outcomes(outcome_names.begin(), outcome_names.end());
  trace->add_option("--alternative", command.alternative, "which one; default: base")->type_name("NAME");
  trace->add_option("--replication", words.replication, "which one, from 0; default: 0")->check(whole(0, 999'999));
  trace->add_option("--order", words.order, "place in the replication's order ledger, from 0; default: 0")
      ->check(whole(0, INT64_MAX));
  trace->add_option("--outcome", command.outcome, "count only orders that end so, e.g. cancelled_by_customer")
      ->check(known("an outcome", outcomes));
}

void Grammar::add_export() {
  CLI::App* exported = add_verb("export", "result as a long tidy table: CSV, or JSON line by line", Verb::export_table);
  exported->add_option("RESULT", command.inputs, "result file (HDF5)")->required()->type_name("FILE")->expected(1);
  exported->add_option("-o,--output", command.output, "file to write; default: standard output")->type_name("FILE");
  exported->add_option("--format", words.format, "csv or jsonl; default: by the output's name, else csv")
      ->check(known("a format", {"csv", "jsonl"}));
  exported->add_flag("--force", command.force, "replace an existing file");
  CLI::App* digest = add_verb("digest", "canonical digest: equal for bit-identical results", Verb::digest);
  digest->add_option("RESULT", command.inputs, "result files (HDF5)")->required()->type_name("FILE");
}

void Grammar::add_report() {
  CLI::App* report =
      add_verb("report", "one HTML file that shows results: charts, tables, the answer; works offline", Verb::report);
  report->add_option("RESULT", command.inputs, "result files (HDF5)")->required()->type_name("FILE");
  report->add_option("-o,--output", command.output, "file to write; default: standard output")->type_name("FILE");
  add_ranking(*report);
  report->add_flag("--force", command.force, "replace an existing file");
  CLI::App* show =
      add_verb("show", "the summary of a result again, with its time series in small; how far a sweep is", Verb::show);
  show->add_option("RESULT", command.inputs, "result file (HDF5)")->required()->type_name("FILE")->expected(1);
  show->add_flag("--all", command.all, "every metric in the table");
  CLI::Option* json = show->add_flag("--json", command.json, "the summary as one JSON object");
  show->add_flag("--watch", command.watch, "of a sweep under way: how far it is, redrawn until it is done")
      ->excludes(json);
}

/// Which alternative others are compared with, and by what they are ranked.
void Grammar::add_ranking(CLI::App& verb) {
  verb.add_option("--to", command.versus, "alternative to compare with; default: the first")->type_name("NAME");
  verb.add_option("--primary", command.primary,
                  "metric that ranks; default: profit if anything is sold, else total_cost")
      ->type_name("METRIC");
}

void Grammar::add_sweep() {
  const std::vector<std::string_view> details(detail_names.begin(), std::prev(detail_names.end()));
  CLI::App* sweep = add_verb("sweep", "run a scenario at all combinations of its factors, resumably", Verb::sweep);
  add_scenario_options(*sweep, command, words, Scenarios::one);
  sweep->get_option("SCENARIO")->required(false);  // `sweep status` has none
  sweep->add_option("-o,--output", command.output, "result file (HDF5); work is kept in FILE.parts meanwhile")
      ->type_name("FILE");
  sweep->add_flag("--dry-run", command.dry_run, "only show the plan: design points, cells, estimated time and size");
  sweep->add_option("--threads", command.threads, "threads; default: as many as the machine has")
      ->check(whole(1, 4096));
  sweep->add_option("--detail", words.detail, "what the result keeps: total, site, stock_point")
      ->check(known("a level of detail of a sweep", details));
  add_shard_options(*sweep, command, words);
  sweep->add_flag("--json", command.json, "the summary, or the plan, as one JSON object");
  sweep->add_flag("--all", command.all, "every design point in the table");
  sweep->add_flag("--force", command.force, "begin anew and replace an existing result");
  sweep->add_flag("-q,--quiet", command.quiet, "no progress and no remarks");
  CLI::App* status = sweep->add_subcommand("status", "how far a sweep is, and what is still to run");
  status->allow_extras();
  status->add_option("RESULT", command.inputs, "the result file that the sweep is to write")
      ->required()
      ->type_name("FILE")
      ->expected(1);
  status->add_flag("--json", command.json, "as one JSON object");
  verbs[status] = Verb::sweep_status;
  add_sweep_submit(*sweep);
}

void Grammar::add_sweep_submit(CLI::App& sweep) {
  const std::vector<std::string_view> details(detail_names.begin(), std::prev(detail_names.end()));
  CLI::App* submit = sweep.add_subcommand("submit", "run the shards of a sweep as an array of batch jobs, then merge");
  submit->allow_extras();
  add_scenario_options(*submit, command, words, Scenarios::one);
  submit->add_option("-o,--output", command.output, "result file (HDF5), where all machines see it")
      ->required()
      ->type_name("FILE");
  submit->add_option("--engine", command.engine, "slurm, gridengine, or local: this machine, one task at a time")
      ->required()
      ->check(known("an engine", {"slurm", "gridengine", "local"}));
  submit->add_option("--shards", words.shards, "how many shards")->required()->check(whole(1, 1'000'000));
  submit
      ->add_option("--shards-per-task", words.shards_per_task,
                   "how many each task does; default: as few as the site's largest array allows")
      ->check(whole(1, 1'000'000));
  submit->add_option("--threads", command.threads, "threads of a task; default: 1")->check(whole(1, 4096));
  submit->add_option("--time", command.time_limit, "time limit of a task, as the scheduler writes it")
      ->type_name("TIME");
  submit->add_option("--partition", command.partition, "partition or queue")->type_name("NAME");
  submit->add_option("--detail", words.detail, "what the result keeps: total, site, stock_point")
      ->check(known("a level of detail of a sweep", details));
  submit->add_flag("--dry-run", command.dry_run, "only print the scripts");
  verbs[submit] = Verb::sweep_submit;
}

void Grammar::add_merge() {
  CLI::App* merge = add_verb("merge", "join the shards of a sweep to its result", Verb::merge);
  merge->add_option("SHARD", command.inputs, "shard files (HDF5)")->required()->type_name("FILE");
  merge->add_option("-o,--output", command.output, "result file (HDF5)")->required()->type_name("FILE");
  merge->add_flag("--virtual", command.virtual_join,
                  "leave the values in the shards: the result points at them and needs them to stay");
  merge->add_flag("--force", command.force, "replace an existing result");
  merge->add_flag("-q,--quiet", command.quiet, "no remarks");
}

/// What the program says of itself, to be installed beside it.
void Grammar::add_own() {
  add_verb("man", "the manual page: restock man | man -l -", Verb::man);
  CLI::App* completion =
      add_verb("completion", "completion for a shell: source <(restock completion bash)", Verb::completion);
  completion->add_option("SHELL", command.topic, "bash, zsh or fish")
      ->required()
      ->type_name("NAME")
      ->check(known("a shell", {"bash", "zsh", "fish"}));
}

}  // namespace restock
