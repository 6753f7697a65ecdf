// The style and the script of the page, compiled in from page.css and page.js, with the hashes that its content
// security policy allows them by. Used by page.cpp.
#pragma once

#include <string_view>

namespace restock::report {

extern const std::string_view page_style, page_script;
/// SHA-256 in hexadecimal.
extern const std::string_view page_style_hash, page_script_hash;

}  // namespace restock::report
