// Units in stock by age. They are told apart only when goods come in and when some are too old: in between stock only
// falls, so what has left is known then. Part of engine/state.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/rules.hpp"
#include "core/time.hpp"

#include <algorithm>
#include <deque>

namespace restock {

struct Lot {
  Time expires = never;
  Quantity units = 0;
};

/// Of a stock point: the oldest in front.
struct Lots {
  std::deque<Lot> lots;
  Quantity units = 0;  ///< of all of them
  Time last = never;   ///< when those become too old that came in last, even if they have left

  /// So many are left.
  void shrink_to(Quantity left, IssueRule issue) {
    while (units > left) {
      Lot& next = issue == IssueRule::oldest_first ? lots.front() : lots.back();
      const Quantity gone = std::min(next.units, units - left);
      next.units -= gone;
      units -= gone;
      if (next.units > 0) continue;
      if (issue == IssueRule::oldest_first)
        lots.pop_front();
      else
        lots.pop_back();
    }
  }
  void add(Time expires, Quantity more) {
    last = expires;
    if (!lots.empty() && lots.back().expires == expires)
      lots.back().units += more;
    else
      lots.push_back({expires, more});
    units += more;
  }
  /// Takes out those that are too old at `now`, at most `most` of them; the others stay in front, and go with the next.
  Quantity expire(Time now, Quantity most) {
    Quantity old = 0;
    while (!lots.empty() && (lots.front().expires <= now || lots.front().expires == never)) {
      old += lots.front().units;
      lots.pop_front();
    }
    const Quantity gone = std::min(old, most);
    if (old > gone) lots.push_front({never, old - gone});
    units -= gone;
    return gone;
  }
};

}  // namespace restock
