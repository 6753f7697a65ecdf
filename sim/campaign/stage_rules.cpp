#include "campaign/stage_rules.hpp"

#include "estimate/input_spread.hpp"
#include "measure/kpi.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace restock {

namespace {

class PrecisionRule : public StageRule {
 public:
  PrecisionRule(UntilPrecise until, std::vector<std::string> names, std::size_t resamples)
      : until_(std::move(until)), names_(std::move(names)), resamples_(resamples) {}

  std::vector<std::size_t> look(const FinishedCells& cells, std::size_t replications) override {
    bool enough = true;
    for (const ReachedWidth& one : widths(cells)) {
      if (one.value.n == 0)
        throw CannotDecide(fmt::format("{} is undefined in all of {} replications of {}: its interval never narrows",
                                       metrics()[one.metric].name, replications, one.alternative));
      enough = enough && one.met;
    }
    if (enough) return {};
    std::vector<std::size_t> all(names_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
  }

  void tell(const FinishedCells& cells, Stopping& stopping) const override {
    stopping.widths = widths(cells);
    stopping.met = std::ranges::all_of(stopping.widths, [](const ReachedWidth& one) { return one.met; });
  }

 private:
  std::vector<ReachedWidth> widths(const FinishedCells& cells) const {
    std::vector<ReachedWidth> all;
    for (const PrecisionTarget& target : until_.targets)
      for (std::size_t a = 0; a < names_.size(); ++a) {
        ReachedWidth one{target.metric, names_[a], target.width,
                         estimate_over(cells.values(target.metric, a), resamples_), false};
        one.met = is_narrow_enough(one.value, one.wanted);
        all.push_back(std::move(one));
      }
    return all;
  }

  UntilPrecise until_;
  std::vector<std::string> names_;
  std::size_t resamples_;
};

class SelectionRule : public StageRule {
 public:
  SelectionRule(const UntilSelected& until, std::vector<std::string> names)
      : until_(until),
        names_(std::move(names)),
        selection_(names_.size(),
                   {metrics()[until.metric].better == Better::higher, until.confidence, until.indifference}) {}

  std::vector<std::size_t> look(const FinishedCells& cells, std::size_t replications) override {
    std::vector<std::vector<double>> values(names_.size());
    for (const std::size_t a : selection_.left()) {
      values[a] = cells.values(until_.metric, a);
      const auto gap = std::ranges::find_if(values[a], [](double x) { return std::isnan(x); });
      if (gap != values[a].end())
        throw CannotDecide(
            fmt::format("{} is undefined in replication {} of {}: a selection needs it in all replications",
                        metrics()[until_.metric].name, gap - values[a].begin(), names_[a]));
    }
    selection_.look({values.begin(), values.end()}, replications);
    return selection_.chosen() ? std::vector<std::size_t>{} : selection_.left();
  }

  void tell(const FinishedCells& cells, Stopping& stopping) const override {
    SelectionEnd end;
    end.metric = until_.metric;
    end.confidence = until_.confidence;
    end.indifference = until_.indifference;
    if (selection_.chosen()) end.chosen = names_[*selection_.chosen()];
    for (std::size_t a = 0; a < names_.size(); ++a) {
      const auto& exit = selection_.exits()[a];
      end.alternatives.push_back({names_[a], cells.count(a), exit ? names_[exit->by] : std::string(),
                                  estimate(cells.values(until_.metric, a))});
    }
    stopping.met = !end.chosen.empty();
    stopping.selection = std::move(end);
  }

 private:
  UntilSelected until_;
  std::vector<std::string> names_;
  SequentialSelection selection_;
};

}  // namespace

std::unique_ptr<StageRule> make_rule(const std::variant<UntilPrecise, UntilSelected>& until,
                                     std::vector<std::string> names, std::size_t resamples) {
  if (resamples > 0 && std::holds_alternative<UntilSelected>(until))
    throw CannotDecide(
        "a selection needs independent replications, and those of one resample of the inputs are not: leave out "
        "inputs, "
        "or run all replications and compare");
  if (const auto* precise = std::get_if<UntilPrecise>(&until))
    return std::make_unique<PrecisionRule>(*precise, std::move(names), resamples);
  return std::make_unique<SelectionRule>(std::get<UntilSelected>(until), std::move(names));
}

}  // namespace restock
