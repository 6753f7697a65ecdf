// One function per verb; each returns the exit code. Errors of the world leave as exceptions, see main.cpp.
#pragma once

#include "app/command.hpp"

namespace restock {

int run_verb(const Command& command);
int run_like(const Command& command);
int validate_verb(const Command& command);
int compare_verb(const Command& command);
int attribute_verb(const Command& command);
int init_verb(const Command& command);
int import_verb(const Command& command);
int list_verb(const Command& command);
int explain_verb(const Command& command);
int schema_verb(const Command& command);
int network_verb(const Command& command);
int trace_verb(const Command& command);
int export_verb(const Command& command);
int report_verb(const Command& command);
int show_verb(const Command& command);
int digest_verb(const Command& command);
int man_verb(const Command& command);
int completion_verb(const Command& command);
int sweep_verb(const Command& command);
int sweep_status_verb(const Command& command);
int sweep_submit_verb(const Command& command);
int merge_verb(const Command& command);

}  // namespace restock
