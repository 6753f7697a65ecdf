// The codes that errors and warnings carry in JSON, whichever room raises them, and what each of them says. A test
// holds the list against the sources. Printed by reference.cpp and explain.cpp.
#pragma once

#include "input/glossary.hpp"

namespace restock {

std::span<const Meaning> error_codes();

}  // namespace restock
