// Customers who will come again, what others have made of those who may come, goods on their way back, and how late
// supply has been. Side tables of the State, empty where a blueprint has no use for them.
#pragma once

#include "core/millionths.hpp"
#include "core/quantity.hpp"
#include "core/time.hpp"
#include "engine/pool.hpp"
#include "measure/customer_facts.hpp"
#include "measure/sketch.hpp"

#include <cstdint>
#include <tuple>
#include <vector>

namespace restock {

/// Somebody to whom units were denied and who is to come again. He is in no queue.
struct AwayCustomer {
  std::uint32_t stream = 0;
  std::uint32_t visit = 0;  ///< the number of the one that he has made
  std::uint64_t number = 0;
  Quantity units = 0;
  Time reaction = 0;      ///< from a notice until he comes
  bool declined = false;  ///< how his units would be lost: declined, or out of stock
  bool cohort = false;
  std::uint32_t row = none;
  std::uint32_t life = 0;  ///< unique in the replication; 0: nobody
};

/// When he comes, or waits for a notice no longer.
struct Coming {
  Time at = never;
  bool gives_up = false;
  std::uint32_t stream = 0;
  std::uint64_t number = 0;
  std::uint32_t slot = none;
  std::uint32_t life = 0;
};

/// For the heaps of <algorithm>, which keep the greatest in front.
inline bool later_coming(const Coming& a, const Coming& b) {
  return std::tuple(a.at, a.gives_up, a.stream, a.number) > std::tuple(b.at, b.gives_up, b.stream, b.number);
}

/// Of a stock point.
struct VisitorState {
  std::vector<Coming> coming;  ///< a heap; its head is never stale
  std::vector<Coming> list;    ///< who wants to be told, in the order of asking; some may have left it
  Quantity units = 0;          ///< of all who are to come again
  Time last = -never;          ///< when somebody came last
};

/// Goods that come back to a stock point.
struct GoodsBack {
  Time at = never;
  std::uint32_t stream = 0;
  std::uint64_t number = 0;  ///< the customer
  std::uint64_t nth = 0;     ///< of what comes back to the point, in the order in which it left
  Quantity units = 0;
  Millionths off = 0;  ///< what he had not paid
  bool to_stock = true;
};

inline bool later_back(const GoodsBack& a, const GoodsBack& b) {
  return std::tuple(a.at, a.stream, a.number, a.nth) > std::tuple(b.at, b.stream, b.number, b.nth);
}

struct ReturnState {
  std::vector<GoodsBack> heap;
  std::uint64_t sent = 0;  ///< out that will come back
};

/// How late supply has come to a stock point, and the quantile of it that was asked for last.
struct LatenessState {
  SpanSketch seen;
  double asked = 0.0;  ///< 0: nobody asked since the last receipt
  Time answer = 0;
};

struct CustomerTables {
  std::vector<VisitorState> visitors;  ///< by point; somebody may come again
  Pool<AwayCustomer> away;
  std::vector<ReturnState> returns;     ///< by point; somebody sends goods back
  std::vector<Millionths> goodwill;     ///< by stream; somebody is loyal
  std::vector<LatenessState> lateness;  ///< by point; somebody is quoted by it
  CustomerFacts nobodys{};              ///< of those who are not of the cohort
};

}  // namespace restock
