// A blueprint as a story tells it: every stock point, stream and link has rules of its own, to be changed at will.
// The twin runs on it; for the engine it is packed, so that they agree only if nobody follows another's rules.
#pragma once

#include "engine/blueprint.hpp"

#include <vector>

namespace restock {

struct DraftPoint : PointPlan, PointRules {};
struct DraftStream : StreamPlan, StreamRules {};
struct DraftLink : LinkPlan, LinkTerms {};

struct Draft : Setting {
  std::vector<DraftPoint> points;
  std::vector<DraftStream> streams;
  std::vector<DraftLink> links;
};

namespace packing {

/// The rules are laid down backwards: nobody's number is by chance that of his rules.
template <class Plan, class Rules, class Id, class Loose>
void pack(const std::vector<Loose>& loose, std::vector<Plan>& plans, std::vector<Rules>& rules, Id Plan::*id) {
  plans.assign(loose.begin(), loose.end());
  rules.assign(loose.rbegin(), loose.rend());
  for (std::size_t i = 0; i < loose.size(); ++i) plans[i].*id = Id(loose.size() - 1 - i);
}

template <class Plan, class Rules, class Id, class Loose>
void unpack(const std::vector<Plan>& plans, const std::vector<Rules>& rules, Id Plan::*id, std::vector<Loose>& loose) {
  for (const Plan& plan : plans) loose.push_back({plan, rules[(plan.*id).index()]});
}

}  // namespace packing

/// A stream of whose segment nobody spoke is one of its own.
inline void give_segments(Layout& layout, std::size_t streams) {
  while (layout.stream_segment.size() < streams) layout.stream_segment.emplace_back(layout.segments++);
}

inline Blueprint pack(const Draft& draft) {
  Blueprint b;
  static_cast<Setting&>(b) = draft;
  give_segments(b.layout, draft.streams.size());
  packing::pack(draft.points, b.points, b.point_rules, &PointPlan::rules);
  packing::pack(draft.streams, b.streams, b.stream_rules, &StreamPlan::rules);
  packing::pack(draft.links, b.links, b.link_terms, &LinkPlan::terms);
  return b;
}

inline Draft unpack(const Blueprint& b) {
  Draft draft;
  static_cast<Setting&>(draft) = b;
  packing::unpack(b.points, b.point_rules, &PointPlan::rules, draft.points);
  packing::unpack(b.streams, b.stream_rules, &StreamPlan::rules, draft.streams);
  packing::unpack(b.links, b.link_terms, &LinkPlan::terms, draft.links);
  return draft;
}

}  // namespace restock
