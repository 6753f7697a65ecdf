// The door of this room: scenario files in, typed scenarios out. Everything a caller needs is included here.
#pragma once

#include "input/document.hpp"
#include "input/patch.hpp"
#include "input/scenario.hpp"

#include <optional>
#include <string>

namespace restock {

/// The typed scenario of a document. All problems are collected in one go, sorted by place; nullopt when there is an
/// error. References to sites and products are not resolved here.
std::optional<Scenario> read_scenario(const Document& document, Issues& issues);

/// Reads the document as written and every alternative; each problem is reported once. True when there is no error.
bool validate(const Document& document, Issues& issues);

}  // namespace restock
