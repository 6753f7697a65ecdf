// Scenarios to begin with, as texts: the files of scenarios/templates, compiled in. Used by `restock init`.
#pragma once

#include <span>
#include <string_view>

namespace restock {

struct Template {
  std::string_view name;
  std::string_view text;  ///< YAML
};

/// The simplest first.
std::span<const Template> templates();

}  // namespace restock
