// restock export: a result as a long tidy table.
#include "analysis/export.hpp"

#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "output/reader.hpp"

namespace restock {

int export_verb(const Command& command) {
  const std::string& path = command.inputs.front();
  const bool sweep = is_sweep(path);
  TextFile out(command.output, command.force);
  const TableFormat format = command.json_lines ? TableFormat::jsonl : TableFormat::csv;
  const auto write = [&out](std::string_view text) { out.write(text); };
  if (sweep)
    export_table(SweepResult(path), format, write);
  else
    export_table(ResultReader(path), format, write);
  out.finish();
  return exit_done;
}

}  // namespace restock
