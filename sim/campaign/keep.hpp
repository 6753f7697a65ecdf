// Where the cells of a run go: into a result file, or into memory where none is asked for. Private to campaign/.
#pragma once

#include "campaign/plan.hpp"
#include "campaign/run.hpp"
#include "campaign/turnstile.hpp"
#include "output/writer.hpp"

#include <memory>

namespace restock {

class Keep {
 public:
  Keep(const Plan& plan, const RunSettings& settings) {
    if (settings.path.empty()) {
      kept_ = Results(plan.header, plan.header.detail >= Detail::stock_point);
      return;
    }
    writer_ = std::make_unique<ResultWriter>(settings.path, plan.header, settings.force);
    if (plan.header.detail == Detail::orders) gate_ = std::make_unique<Turnstile>(*writer_);
  }

  /// One cell at a time.
  void take(const CellResult& cell) {
    if (writer_) {
      writer_->write(cell);
    } else {
      kept_.add(cell);
    }
  }
  /// For ledgers; none where none are kept.
  Turnstile* gate() { return gate_.get(); }
  /// Completes the file.
  void finish(const RunFacts& facts) {
    if (writer_) writer_->finish(facts);
  }
  Results results() {
    if (writer_) return writer_->results();
    return std::move(kept_);
  }

 private:
  std::unique_ptr<ResultWriter> writer_;
  std::unique_ptr<Turnstile> gate_;
  Results kept_;
};

/// What a result says of its run, but for what is known only at its end.
RunFacts begin_facts(const Plan& plan, const RunSettings& settings);

}  // namespace restock
