// How long those had waited whose orders were cancelled, by reason: a table, since the reasons are few.
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"

namespace restock::report {

std::string leavers_figure(const Study& study) {
  HtmlTable table("Waits of cancelled units in days",
                  {"alternative", "reason", "units per replication", "half within", "95 % within"}, 2,
                  TableUse::sorted);
  for (const Contestant& contestant : study.contestants()) {
    const auto replications = static_cast<double>(study.header(contestant.file).replications);
    const WaitBins& bins = study.waits(contestant.file);
    for (const Leavers& leavers : bins.leavers(contestant.index))
      table.row({contestant.name, in_words(leavers.reason), grouped(leavers.units / replications, 1),
                 grouped(leavers.half_within, 2), grouped(leavers.most_within, 2)});
  }
  if (table.rows() == 0) return {};
  return figure("How long those had waited who were cancelled",
                "Units that left the queue without their goods, by reason, all replications together.", table.text(),
                {});
}

}  // namespace restock::report
