// What a script may call. Private to script/.
#pragma once

#include <lua.h>
#include <cstddef>

namespace restock::script {

/// Leaves on the stack the table of everything that a script can name.
void push_environment(lua_State* lua);

/// The line of the first `^` in a program, 0 without one: how it rounds depends on the processor.
int line_of_power(const char* text, std::size_t length);

}  // namespace restock::script
