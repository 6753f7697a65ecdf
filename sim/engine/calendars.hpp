// Working days, where there are any: when a point is reviewed, when an order is taken up, when goods come in. Private
// to engine/.
#pragma once

#include "engine/replication.hpp"

namespace restock::engine {

inline const WorkingDays* days_of(const Replication& r, CalendarId id) {
  return id.valid() ? &r.b_.calendars[id.index()] : nullptr;
}

/// The first review of a calendar at or after `from`: one that falls on a closed day takes place at the next opening.
inline Time next_review(const Replication& r, std::uint32_t point, const ReviewCalendar& calendar, Time from) {
  const WorkingDays* days = days_of(r, r.b_.rules(r.b_.points[point]).calendar);
  return days == nullptr ? calendar.at_or_after(from)
                         : days->open_at_or_after(calendar.at_or_after(days->work_since(from)));
}

/// When an order placed at `at` is at its sender.
inline Time taken_up(const Replication& r, const LinkTerms& terms, Time at) {
  const WorkingDays* days = days_of(r, terms.sender_calendar);
  const Time there = later(at, terms.order_delay);
  return days == nullptr ? there : days->taken_up(there);
}

/// When goods that leave at `at` and are `span` on their way come in.
inline Time come_in_at(const Replication& r, const LinkTerms& terms, Time at, Time span) {
  const WorkingDays* carrier = days_of(r, terms.calendar);
  const Time arrives = carrier == nullptr ? later(at, span) : carrier->after(at, span);
  const WorkingDays* receiver = days_of(r, terms.receiver_calendar);
  return receiver == nullptr || arrives >= never ? arrives : receiver->open_at_or_after(arrives);
}

/// What is announced of an order placed at `at`.
inline Time announced_of_order(const Replication& r, const LinkTerms& terms, Time at) {
  if (!terms.keeps_days()) return later(at, terms.planned_lead);
  const Time making = terms.planned_lead - terms.order_delay - terms.planned_transit;
  return come_in_at(r, terms, later(taken_up(r, terms, at), making), terms.planned_transit);
}

}  // namespace restock::engine
