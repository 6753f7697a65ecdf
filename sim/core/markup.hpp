// Text on its way into XML, SVG or HTML: whatever a user wrote passes through `escaped`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace restock {

/// Text for elements and for quoted attributes: markup escaped, control characters as spaces (but line breaks and
/// tabs), bytes that are not UTF-8 as U+FFFD.
std::string escaped(std::string_view text);

/// At most so many letters, with an ellipsis when something is cut off; UTF-8 sequences stay whole.
std::string shortened(std::string_view text, std::size_t letters);

}  // namespace restock
