// The verbs of the command and their options, as CLI11 knows them. Private to command.cpp.
#pragma once

#include "app/command.hpp"

#include <CLI/CLI.hpp>

#include <map>
#include <string>
#include <vector>

namespace restock {

/// What options are written as that become something else.
struct CommandWords {
  std::vector<std::string> sets;
  std::string seed, replications, detail = "total", format, replication, order;
  std::string shards, shard_base, shards_per_task, most_replications, warmup, scenario = "one_warehouse";
};

/// Parsing fills `command` and `words`.
struct Grammar {
  Grammar();

  Command command;
  CommandWords words;
  CLI::App app{"Restock simulates supply chains: what happens to each customer when stock runs short.", "restock"};
  std::map<const CLI::App*, Verb> verbs;

 private:
  CLI::App* add_verb(const char* name, const char* help, Verb verb);
  void add_init();
  void add_import();
  void add_run();
  void add_validate();
  void add_compare();
  void add_attribute();
  void add_list();
  void add_network();
  void add_trace();
  void add_export();
  void add_report();
  void add_ranking(CLI::App& verb);
  void add_sweep();
  void add_sweep_submit(CLI::App& sweep);
  void add_merge();
  void add_own();
};

}  // namespace restock
