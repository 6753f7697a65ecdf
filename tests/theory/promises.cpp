// Promises: what is quoted, told and borne, in closed form.
#include "theory/known_answers.hpp"

#include <cmath>

namespace restock::theory {

namespace {

const double stays_after_slip = 0.9 * std::pow(0.95, 4);

/// Of the cohort's units.
Measure share_of(Quantity PromiseFacts::*units) {
  return fact([units](const Ledger& l) {
    return static_cast<double>(l.promises.*units) / static_cast<double>(l.orders.demand);
  });
}

}  // namespace

Chapter promises() {
  return {
      {"PR-01",
       {{"base", "cancel_rate", kpi("cancel_rate"), 1.0 - std::exp(-0.4), 0.01},
        {"base", "cancelled in silence", share_of(&PromiseFacts::cancelled_silence), 1.0 - std::exp(-0.4), 0.01},
        {"told", "cancel_rate", kpi("cancel_rate"), 1.0 - stays_after_slip, 0.01},
        {"told", "cancelled after news", share_of(&PromiseFacts::cancelled_slip), 1.0 - stays_after_slip, 0.01},
        {"told", "saved", share_of(&PromiseFacts::saved), stays_after_slip - std::exp(-0.4), 0.03},
        {"told", "last_promise_kept_rate", kpi("last_promise_kept_rate"), 1.0, 0.0},
        {"told", "promise_kept_rate", kpi("promise_kept_rate"), 0.0, 0.0},
        {"told late", "cancel_rate", kpi("cancel_rate"), 1.0 - stays_after_slip * (1.0 + std::exp(-0.2)) / 2.0, 0.01},
        {"not minded", "cancel_rate", kpi("cancel_rate"), 0.0, 0.0},
        {"not minded", "promise_updates", kpi("promise_updates"), 0.0, 0.0}}},
      {"PR-02",
       {{"base", "lost_rate", kpi("lost_rate"), 0.5, 0.01},
        {"base", "promise_kept_rate", kpi("promise_kept_rate"), 1.0, 0.0},
        {"base", "mean_promise_slip", kpi("mean_promise_slip"), -3.0, 0.0},
        {"text", "lost_rate", kpi("lost_rate"), 6.0 / 26.0, 0.01},
        {"text", "promise_kept_rate", kpi("promise_kept_rate"), 0.0, 0.0},
        {"no date", "backorder_rate", kpi("backorder_rate"), 0.7, 0.01},
        {"soon only", "lost_rate", kpi("lost_rate"), 1.0, 0.0},
        {"soon enough", "lost_rate", kpi("lost_rate"), 0.5, 0.01}}}};
}

}  // namespace restock::theory
