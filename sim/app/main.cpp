// restock: one verb, one file. Exceptions become messages and exit codes here and nowhere else.
#include "app/command.hpp"
#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "campaign/run.hpp"
#include "core/contract.hpp"
#include "output/error.hpp"

#include <exception>
#include <new>

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
    case Verb::list:
      return restock::list_verb(command);
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
  }
  return restock::exit_internal;
}

}  // namespace

int main(int argc, char** argv) {
  int code = restock::exit_internal;
  bool json = false;
  try {
    const std::optional<restock::Command> command = restock::parse_command_line(argc, argv, code);
    if (!command) return code;
    json = command->json;
    return carry_out(*command);
  } catch (const restock::ResultError& error) {
    restock::print_error(json, error.code, error.path, error.what(), error.hint);
    return restock::exit_io;
  } catch (const restock::ModelFailed& error) {
    restock::print_error(json, "script", "", error.what(), "nothing was kept; mend the script and run again");
    return restock::exit_invalid;
  } catch (const restock::ContractBroken& error) {
    restock::print_error(json, "internal", "", error.what(),
                         "this is a fault of restock: please report it with the scenario and its seed");
  } catch (const std::bad_alloc&) {
    restock::print_error(json, "out_of_memory", "", "there is not enough memory for this model",
                         "use fewer threads or a lower --detail");
  } catch (const std::exception& error) {
    restock::print_error(json, "internal", "", error.what(),
                         "this is a fault of restock: please report it with the scenario and its seed");
  }
  return restock::exit_internal;
}
