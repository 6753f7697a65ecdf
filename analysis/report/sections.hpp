// The sections of the page, one file each. A section is markup, empty when the results hold nothing to show in it.
#pragma once

#include "analysis/report/study.hpp"

#include <string>

namespace restock::report {

/// The question, the answer in a sentence, how sure it is, and the figures that planners ask for first.
std::string answer_section(const Study& study);
/// The same of a result that puts outcomes down to causes: how much each is answerable for.
std::string attribution_answer(const Attribution& found);
/// What outcomes are put down to, part by part.
std::string attribution_section(const Study& study);
/// What became of the scenario's checks.
std::string checks_section(const Study& study);
/// What became of each unit that customers ordered.
std::string outcomes_section(const Study& study);
/// The same by class of customers.
std::string segments_section(const Study& study);
/// Metrics of all alternatives with their intervals.
std::string side_by_side_section(const Study& study);
/// One metric of them: a row for each alternative, a dashed line where the base is.
std::string panel_of_means(const Study& study, std::size_t metric);
/// Cost against service.
std::string tradeoff_section(const Study& study);
/// Paired differences to the base.
std::string differences_section(const Study& study);
/// How long those waited who got their goods late, and how promises were kept.
std::string waits_section(const Study& study);
/// How long those waited who cancelled, or were cancelled, by reason.
std::string leavers_figure(const Study& study);
/// How late, or early, those came who had a promise.
std::string slips_section(const Study& study);
/// Time series, with what went wrong meanwhile.
std::string series_section(const Study& study);
/// The network of the base, with what happened where.
std::string map_section(const Study& study);
/// Tables of sites, products and stock points.
std::string places_section(const Study& study);
/// Where the numbers come from: files, seeds, the scenario as it was run.
std::string provenance_section(const Study& study);

}  // namespace restock::report
