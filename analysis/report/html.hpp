// Pieces of HTML that every section is made of: tables, figures. Whatever a user wrote passes through `escaped`;
// nothing else makes markup of a text.
#pragma once

#include "core/markup.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace restock::report {

/// `fill_rate` as people say it: `fill rate`.
std::string in_words(std::string_view name);

/// A name that a user gave, as markup that stands out.
std::string in_bold(std::string_view name);

/// What a reader may do with a table when the page's script runs.
enum class TableUse { plain, sorted, filtered };

/// A table with a caption for screen readers; the first `labels` columns are texts, the others numbers.
class HtmlTable {
 public:
  HtmlTable(std::string caption, std::vector<std::string> headings, std::size_t labels = 1,
            TableUse use = TableUse::plain);
  /// Cells are texts, not markup.
  void row(const std::vector<std::string>& cells);
  std::size_t rows() const { return rows_; }
  std::string text() const;

 private:
  std::string text_;
  std::size_t labels_, rows_ = 0;
};

/// A chart with its heading, what it shows in a sentence, and the same in numbers below, folded away on a screen.
/// `chart` and `table` are markup, the others texts.
std::string figure(std::string_view heading, std::string_view explanation, std::string_view chart,
                   std::string_view table);

/// Coloured keys with their names: pairs of a class of the style and a text.
std::string legend(const std::vector<std::pair<std::string, std::string>>& keys);

}  // namespace restock::report
