// restock export: a result as a long tidy table.
#include "analysis/export.hpp"

#include "app/messages.hpp"
#include "app/verbs.hpp"
#include "output/reader.hpp"

namespace restock {

int export_verb(const Command& command) {
  const ResultReader reader(command.inputs.front());
  TextFile out(command.output, command.force);
  const TableFormat format = command.json_lines ? TableFormat::jsonl : TableFormat::csv;
  export_table(reader, format, [&out](std::string_view text) { out.write(text); });
  out.finish();
  return exit_done;
}

}  // namespace restock
