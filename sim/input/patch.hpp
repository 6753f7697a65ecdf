// The one way to vary a scenario: a path and a value, set on the document before it is read.
#pragma once

#include "input/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace restock {

struct Patch {
  std::string path;  ///< as written: `replenishment.stores.S`
  Node value;        ///< null removes the key
  Where where;       ///< of the path
  std::string text;  ///< the patch as typed on the command line; empty for one from a file
};

struct Alternative {
  std::string name;
  std::vector<Patch> patches;
};

/// The name of the scenario as written.
inline constexpr std::string_view base_name = "base";

/// The alternatives that the document declares, in order; the scenario as written is not among them.
std::vector<Alternative> alternatives(const Document& document, Issues& issues);

/// A patch from the command line: `path=value`, the value in the notation of the scenario. Problems are located in the
/// text, under the name `--set`.
Patch parse_patch(std::string_view text, Issues& issues);

/// The document with all patches applied, in order. A path that leads nowhere is an error here; whether a value fits is
/// found when the result is read, at the patch's own place.
Document patched(const Document& document, const std::vector<Patch>& patches, Issues& issues);

}  // namespace restock
