// Random reductions of prices, and customers who come for them. Used by the random blueprints.
#pragma once

#include "twin/draft.hpp"

#include <iosfwd>
#include <optional>

namespace restock::laws {

std::optional<MarkdownRules> random_markdown(Time grain);
/// Adds a stream of customers for the price behind the last stream and its surges.
void add_bargains(Draft& draft, Time grain);
void describe_markdown(const MarkdownRules& rules, std::ostream& out);

}  // namespace restock::laws
