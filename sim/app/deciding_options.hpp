// The options of `run` that decide how long it warms up and how many replications it has. Private to the command line.
#pragma once

#include "app/command.hpp"

#include <CLI/CLI.hpp>

#include <string>

namespace restock {

/// Texts that become something else once all is parsed.
struct DecidingWords {
  std::string& warmup;
  std::string& most_replications;
};

/// Adds the options; they fill `command` and `words`, which must outlive the parsing.
void add_deciding_options(CLI::App& run, Command& command, DecidingWords words);

}  // namespace restock
