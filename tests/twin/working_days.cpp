// Working days in the twin: when a site is open, and when what is sent or ordered gets through. Somebody who waits for
// a day goes from day to day, or from one closed stretch to the next.
#include "twin/world.hpp"

#include <algorithm>

namespace restock::twin {

bool World::is_open(CalendarId id, Time at) const {
  if (!id.valid()) return true;
  for (const ClosedTime& closed : b_.calendars[id.index()].closed)
    if (closed.begin <= at && at < closed.end) return false;
  return true;
}

Time World::opening(CalendarId id, Time at) const {
  while (!is_open(id, at)) {
    for (const ClosedTime& closed : b_.calendars[id.index()].closed)
      if (closed.begin <= at && at < closed.end) at = closed.end;
  }
  return at;
}

/// Each review of the calendar is put off to the next opening; the first of them that is not before `from`.
Time World::next_review(std::uint32_t at, const ReviewCalendar& calendar, Time from) const {
  const CalendarId id = b_.points[at].calendar;
  Time longest = 0;  // that a review can be put off by
  if (id.valid())
    for (const ClosedTime& closed : b_.calendars[id.index()].closed)
      longest = std::max(longest, closed.end - closed.begin);
  Time written = calendar.at_or_after(from - longest);
  while (opening(id, written) < from) written += calendar.every.ticks;
  return opening(id, written);
}

Time World::at_sender(std::uint32_t link, Time placed) const {
  const DraftLink& plan = b_.links[link];
  const Time there = later(placed, plan.order_delay);
  if (!plan.sender_calendar.valid()) return there;
  if (!is_open(plan.sender_calendar, there)) return opening(plan.sender_calendar, there);
  const WorkingDays& days = b_.calendars[plan.sender_calendar.index()];
  Time tomorrow = days.midnight - 1000 * day;
  while (tomorrow <= there) tomorrow += day;
  const bool too_late = there - (tomorrow - day) > days.cut_off;
  return too_late ? opening(plan.sender_calendar, tomorrow) : there;
}

/// When goods come in that leave at `from` and travel for `span`, on the carrier's working days only.
Time World::on_the_way(std::uint32_t link, Time from, Time span) const {
  const DraftLink& plan = b_.links[link];
  if (span >= never) return never;
  Time at = opening(plan.calendar, from);
  if (plan.calendar.valid())
    for (const ClosedTime& closed : b_.calendars[plan.calendar.index()].closed) {
      if (closed.begin < at) continue;
      if (at + span < closed.begin) break;
      span -= closed.begin - at;
      at = closed.end;
    }
  return opening(plan.receiver_calendar, later(at, span));
}

Time World::at_receiver(std::uint32_t link, Time span) const { return on_the_way(link, now_.tick, span); }

Time World::announced_when_ordered(std::uint32_t link, Time placed) const {
  const DraftLink& plan = b_.links[link];
  if (!plan.keeps_days()) return later(placed, plan.planned_lead);
  const Time made = at_sender(link, placed) + (plan.planned_lead - plan.order_delay - plan.planned_transit);
  return on_the_way(link, made, plan.planned_transit);
}

}  // namespace restock::twin
