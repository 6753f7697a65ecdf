// restock: one verb, one file.
#include "app/command.hpp"
#include "app/crash.hpp"
#include "app/failure.hpp"
#include "app/messages.hpp"
#include "app/standard_streams.hpp"
#include "app/verbs.hpp"

namespace {

int carry_out(const restock::Command& command) {
  using restock::Verb;
  switch (command.verb) {
    case Verb::run:
      return restock::run_verb(command);
    case Verb::validate:
      return restock::validate_verb(command);
    case Verb::compare:
      return restock::compare_verb(command);
    case Verb::attribute:
      return restock::attribute_verb(command);
    case Verb::init:
      return restock::init_verb(command);
    case Verb::import_tables:
      return restock::import_verb(command);
    case Verb::list:
      return restock::list_verb(command);
    case Verb::explain:
      return restock::explain_verb(command);
    case Verb::schema:
      return restock::schema_verb(command);
    case Verb::network:
      return restock::network_verb(command);
    case Verb::trace:
      return restock::trace_verb(command);
    case Verb::export_table:
      return restock::export_verb(command);
    case Verb::report:
      return restock::report_verb(command);
    case Verb::show:
      return restock::show_verb(command);
    case Verb::digest:
      return restock::digest_verb(command);
    case Verb::man:
      return restock::man_verb(command);
    case Verb::completion:
      return restock::completion_verb(command);
    case Verb::sweep:
      return restock::sweep_verb(command);
    case Verb::sweep_status:
      return restock::sweep_status_verb(command);
    case Verb::sweep_submit:
      return restock::sweep_submit_verb(command);
    case Verb::merge:
      return restock::merge_verb(command);
  }
  return restock::exit_internal;
}

}  // namespace

int main(int argc, char** argv) {
  restock::hold_standard_streams();
  restock::report_crashes();
  int code = restock::exit_internal;
  bool json = false;
  try {
    const std::optional<restock::Command> command = restock::parse_command_line(argc, argv, code);
    if (!command) return restock::flush_output(code);
    json = command->json;
    return restock::flush_output(carry_out(*command));
  } catch (...) {
    const restock::Failure failure = restock::current_failure();
    restock::print_error(json, failure.kind, failure.file, failure.message, failure.help);
    return failure.code;
  }
}
