// restock export: a result as a long tidy table.
#include "analysis/export.hpp"

#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "output/reader.hpp"

namespace restock {

int export_verb(const Command& command) {
  const ResultReader reader(command.inputs.front());
  TextFile out(command.output, command.force);
  export_csv(reader, [&out](std::string_view text) { out.write(text); });
  out.finish();
  return exit_done;
}

}  // namespace restock
