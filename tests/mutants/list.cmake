# The mutants: mutant(NAME FILE WAS IS KILLER…). In FILE of sim/, WAS stands once and becomes IS; each KILLER is
# `program filter` of a test that has to fail. Read by CMakeLists.txt, which builds them, and by check.cmake.
set(laws "laws the engine and its twin agree in the life of every order and in every tally")
set(trace "theory deterministic scenarios meet their traces exactly")
set(levels "theory continuous review meets Hadley and Whitin*")
set(patience "theory customers who balk or give up*")
set(visits "theory further visits*")

# Supply and levels.
mutant(lead_time_a_day_longer engine/dispatch.cpp
  "Time arrives = later(lane_clock(link), way);" "Time arrives = later(lane_clock(link), way + day);"
  ${laws} ${trace} ${levels})
mutant(reorder_point_one_lower policy/replenish/min_max.hpp
  "Quantity wake_at() const { return s; }" "Quantity wake_at() const { return s - 1; }" ${levels})
mutant(base_stock_one_higher policy/replenish/base_stock.hpp
  "return S - view.position();" "return S + 1 - view.position();" ${levels} ${patience})
mutant(on_order_forgets_what_was_withdrawn engine/withdraw.cpp
  "change_on_order(order.point, -units);" "change_on_order(order.point, 0 * units);" ${laws} ${patience})

mutant(streams_are_lent_the_same_gaps engine/wake.cpp
  "many.empty() ? gaps_of(k) : many[k - streams.first]" "gaps_of(k)" "laws more streams at one stock point*")

# Who waits, and who leaves.
mutant(who_cancels_stays_in_the_backlog engine/cancel.cpp
  "r.change_backlog(point, -units, true, at);" "r.change_backlog(point, 0 * units, true, at);" ${laws} ${patience})
mutant(who_cancels_stays_in_the_position engine/cancel.cpp
  "r.s_.side.to_withdraw[point] += units;" "r.s_.side.to_withdraw[point] += 0 * units;" ${laws} ${patience})
mutant(patience_counts_from_tomorrow engine/serve.cpp
  "later(customer.at, std::max<Time>(1, rules.patience.sample_ticks(draws)))"
  "later(customer.at, day + rules.patience.sample_ticks(draws))" ${laws} ${patience})
mutant(kept_on_a_tick_short_of_it engine/looks.cpp
  "if (date > later(at, rules->within)) return false;" "if (date >= later(at, rules->within)) return false;" ${laws})
mutant(another_ones_payment_fails engine/payment.cpp
  "Purpose::payment, number)" "Purpose::payment, number + 1)" ${laws})
mutant(who_rises_goes_to_the_end_of_his_class engine/overtaking.cpp
  "  entry.queue = 0;\n  r.append(slot);" "  r.append(slot);" ${laws})
mutant(who_leaves_at_that_tick_rises engine/overtaking.cpp
  "leaves_at(r, slot) > at;" "leaves_at(r, slot) >= at;" ${laws})

# What is counted.
mutant(fill_rate_counted_late engine/allocate.cpp
  "const bool at_once = entry.arrived == at && entry.number != initial_customer;"
  "const bool at_once = entry.number != initial_customer;" ${laws} ${levels})
mutant(internal_fill_rate_counted_late engine/dispatch.cpp
  "  if (entry.arrived == now_.tick) {\n    facts.internal_filled += units;" "  {\n    facts.internal_filled += units;" ${laws})
mutant(a_promise_kept_to_the_day_is_broken engine/allocate.cpp
  "const bool kept = out <= entry.promise;" "const bool kept = out < entry.promise;" ${laws})
mutant(on_time_whenever_it_is_packed engine/allocate.cpp
  "if (entry.promise == never || out > entry.promise) entry.late = true;"
  "if (entry.promise == never || at > entry.promise) entry.late = true;" ${laws})
mutant(sold_at_a_later_visit_is_filled engine/serve.cpp
  "(first ? facts.filled : facts.sold_later) += units;" "facts.filled += units;" ${laws} ${visits})

# Orders of several lines, and who gets the last units.
mutant(an_order_is_dated_by_its_first_line engine/together.cpp
  "eta = std::max(eta, r_.eta_for(customers_[i], lines_[i].units));"
  "if (i == 0) eta = std::max(eta, r_.eta_for(customers_[i], lines_[i].units));" ${laws})
mutant(a_line_that_was_there_leaves_its_point_short engine/together.cpp
  "if (!there[i]) r_.note_shortage(" "r_.note_shortage(" ${laws})
mutant(a_reserve_is_kept_from_its_own_channel engine/rationing.cpp
  "+ r.s_.side.rations[plan.point.index()].reserved - own;" "+ r.s_.side.rations[plan.point.index()].reserved - 0 * own;"
  ${laws})
