// What the user asked for: the command line as data. Filled by parse_command_line, carried out by the verbs.
#pragma once

#include "intake/foreign.hpp"
#include "measure/detail.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace restock {

enum class Verb : std::uint8_t {
  run,
  validate,
  compare,
  attribute,
  init,
  import_tables,
  list,
  explain,
  schema,
  network,
  trace,
  export_table,
  report,
  show,
  digest,
  man,
  completion,
  sweep,
  sweep_status,
  sweep_submit,
  merge
};
enum class NetworkFormat : std::uint8_t { dot, svg };

struct Command {
  Verb verb = Verb::run;
  std::vector<std::string> inputs;   ///< scenarios or results
  std::string output;                ///< file or folder; empty: none
  std::vector<std::string> patches;  ///< of --set, --seed and --replications, in order
  unsigned threads = 0;
  Detail detail = Detail::total;
  NetworkFormat format = NetworkFormat::dot;
  std::string like;                           ///< of `run`: a result whose scenario is run again
  std::string tables = ".";                   ///< of `run --like`: where tables lie that are too large to be kept
  bool json_lines = false;                    ///< of `export`
  std::string junit;                          ///< of `run`: file for the outcome of checks as JUnit XML
  std::string detect;                         ///< of `run --warmup detect:…`: what follows; metrics, or empty
  bool detects_warmup = false;                ///< of `run --warmup detect`
  std::vector<std::string> precision;         ///< of `run`: METRIC:WIDTH each
  std::string select;                         ///< of `run`: `best`, or empty
  std::string indifference;                   ///< of `run --select`: a number
  double confidence = 0.95;                   ///< of `run --select`
  std::size_t most_replications = 0;          ///< of `run --precision` and `--select`; 0: the default
  std::string topic;                          ///< of `list`; the template of `init`; the shell of `completion`
  std::string versus;                         ///< of `compare` and `report`: the alternative to compare with
  std::string metric;                         ///< of `compare`: only this one
  std::string primary;                        ///< of `compare`, `report` and `run --select`: the metric that ranks
  std::string alternative = "base";           ///< of `trace` and `attribute`
  std::uint64_t replication = 0;              ///< of `trace`
  std::uint64_t order = 0;                    ///< of `trace`: place in the order ledger, among those that end so
  std::string outcome;                        ///< of `trace`: only orders that end so; empty: all
  std::string shard;                          ///< of `sweep`: `K/N`, `auto`, or empty
  std::size_t shards = 0;                     ///< of `sweep --shard auto`: N; 0: as planned
  std::optional<std::size_t> shard_base;      ///< of `sweep --shard auto`: the scheduler's first index
  std::size_t shards_per_task = 1;            ///< of `sweep --shard auto`
  double checkpoint_seconds = 30.0;           ///< of `sweep` and `attribute`
  std::string engine, time_limit, partition;  ///< of `sweep submit`
  bool dry_run = false;                       ///< of `sweep`: only the plan; of `sweep submit`: only the scripts
  bool json = false;
  bool quiet = false;
  bool force = false;
  bool virtual_join = false;  ///< of `merge`: point at the shards
  bool all = false;           ///< every metric
  bool watch = false;         ///< of `show`: until the sweep is done
  bool verbose = false;
  IntakeSettings intake;             ///< of `import`
  std::vector<std::string> columns;  ///< of `import`: NAME=HEADER each
  std::string lead_time;             ///< of `import`: a duration; empty: that of `intake`
  std::string line;                  ///< as typed, kept in results
};

/// Exit codes of the command.
enum ExitCode : int {
  exit_done = 0,
  exit_internal = 1,
  exit_usage = 2,
  exit_invalid = 3,
  exit_io = 4,
  exit_missed = 10,     ///< a check of `expect` was missed, or --like gave other bits
  exit_resumable = 75,  ///< stopped by a signal; started again it goes on where it was
  exit_interrupted = 130,
};

/// Parses; on a mistake, or a request for help, writes the answer and sets `code` to the exit code.
std::optional<Command> parse_command_line(int argc, char** argv, int& code);

}  // namespace restock
