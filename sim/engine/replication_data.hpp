// What one replication works with, apart from its verbs. Private to engine/; included by replication.hpp only.
#pragma once

#include "engine/blueprint.hpp"
#include "engine/cursor.hpp"
#include "engine/history.hpp"
#include "engine/state.hpp"
#include "measure/record.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace restock {

struct ReplicationData {
  enum class Stage : std::uint8_t { warmup, window, drain };

  ReplicationData(const Blueprint& blueprint, State& state, Luck luck, LedgerSink* sink, Watch* watch)
      : b_(blueprint),
        s_(state),
        luck_(luck),
        sink_(sink),
        history_(blueprint.length, watch),
        end_(later(blueprint.length, blueprint.drain)) {}

  const Blueprint& b_;
  State& s_;
  Luck luck_;
  LedgerSink* sink_;
  History history_;
  Event now_{};
  Stage stage_ = Stage::warmup;
  bool serve_is_named_ = false;
  bool review_before_demand_ = true;
  bool review_before_serve_ = true;
  std::array<std::uint64_t, event_kinds> phase_{};
  std::array<std::uint64_t, event_kinds> half_{};
  Quantity cohort_open_ = 0;
  Time last_end_ = 0;  ///< when the cohort last lost an open unit
  OrderFacts junk_{};
  std::vector<WaitingCustomer> seen_;  ///< those who are served now; `serve` is named
  std::vector<SpanSketch> waits_;
  std::vector<SpanSketch> late_;   ///< shipped after the first promise
  std::vector<SpanSketch> early_;  ///< by it
  std::vector<SpanSketch> left_;   ///< cancelled
  std::vector<SpanSketch> left_for_;
  std::vector<SpanSketch> segment_waits_;
  std::vector<Sample> series_;
  std::vector<StockFacts> closed_points_;  ///< only with a drain
  std::vector<LinkFacts> closed_links_;
  std::vector<ErrorFacts> closed_errors_;
  std::vector<LossFacts> closed_losses_;
  std::vector<ShelfFacts> closed_shelves_;
  std::vector<ExtraFacts> closed_extra_;
  std::vector<PortFacts> closed_ports_;
  std::vector<SpanSketch> port_waits_;
  std::vector<Quantity> port_series_;
  std::vector<Quantity> cause_series_;
  bool pulling_ = false;  ///< a point whose stock moves in many ways is being pulled
  std::uint64_t customers_ = 0;
  std::uint64_t events_ = 0;
  Time end_ = 0;
  Time next_barrier_ = 0;
  Time next_sample_ = never;

  // Where the streams of demand stand.
  Feed* feed_of(std::uint32_t stream) const {
    if (s_.side.feed_of.empty() || s_.side.feed_of[stream] == none) return nullptr;
    return &s_.side.feeds[s_.side.feed_of[stream]];
  }
  /// Those of streams that are close to one another are not lent at the same time.
  Gaps& gaps_of(std::uint32_t stream) const { return s_.gaps[stream % s_.gaps.size()]; }
  /// Where a stream stands, and its next customer.
  Cursor cursor_of(std::uint32_t stream, Gaps& gaps) const {
    const StreamState& live = s_.streams[stream];
    return {b_, b_.streams[stream], luck_, gaps, live.next, live.number, feed_of(stream)};
  }
  Cursor cursor_of(std::uint32_t stream) const { return cursor_of(stream, gaps_of(stream)); }
  void move_to(std::uint32_t stream, const Cursor& cursor) {
    s_.streams[stream] = {cursor.time(), cursor.number()};
    if (Feed* feed = feed_of(stream)) feed->move_to(cursor.place());
  }
};

}  // namespace restock
