// Text that goes into HTML, SVG and XML.
#include "core/markup.hpp"

#include "catch.hpp"

#include <string>

using namespace restock;

TEST_CASE("no_text_becomes_markup") {
  CHECK(escaped("<script>alert('1' & \"2\")</script>") ==
        "&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2&quot;)&lt;/script&gt;");
  CHECK(escaped("café 水壶 🫖\ttab\nline") == "café 水壶 🫖\ttab\nline");
  CHECK(escaped(std::string("bell\a nul\0 del\x7f", 15)) == "bell  nul  del ");
}

TEST_CASE("bytes_that_are_not_utf8_are_replaced_one_by_one") {
  const std::string bad = "\xEF\xBF\xBD";
  CHECK(escaped("caf\xe9!") == "caf" + bad + "!");
  CHECK(escaped("\xc0\xaf") == bad + bad);                      // an overlong slash
  CHECK(escaped("\xed\xa0\x80") == bad + bad + bad);            // half a surrogate pair
  CHECK(escaped("\xf4\x90\x80\x80") == bad + bad + bad + bad);  // beyond Unicode
  CHECK(escaped("a\xe6\xb0") == "a" + bad + bad);               // cut off
}

TEST_CASE("long_names_are_cut_between_letters") {
  CHECK(shortened("weekly-reviews", 20) == "weekly-reviews");
  CHECK(shortened("ééééé", 3) == "ééé…");
}
