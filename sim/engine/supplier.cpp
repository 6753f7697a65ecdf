// An external supplier: what he does with an order, what he holds back, and what he cancels.
#include "engine/replication.hpp"

#include "disruption/shortage.hpp"

#include <algorithm>

namespace restock {

/// An order has arrived at an external supplier.
void Replication::supplier_receives(std::uint32_t slot, Quantity units) {
  const std::uint32_t link = s_.orders[slot].link;
  if (!b_.effects.empty()) {
    SupplierState& supplier = s_.disruptions.suppliers[link];
    const std::uint64_t nth = day_number(now_.tick, supplier.received.next(now_.tick));
    Draws draws(luck_.at(b_.links[link].who, Purpose::supplier_cancels, nth));
    bool short_of_material = false;
    bool rest_is_cancelled = false;
    Time told_after = never;
    for (const std::uint32_t e : s_.disruptions.of_link[link]) {
      const EffectPlan& effect = b_.effects[e];
      const int level = s_.disruptions.causes[effect.cause].level;
      if (effect.kind == EffectKind::orders_cancelled) {
        for (int k = 0; k < level; ++k)
          if (draws.uniform() < effect.factor) {
            park(slot, units, Fate::cancelled, effect.add);
            return;
          }
      } else if (effect.kind == EffectKind::shortage && level > 0) {
        short_of_material = true;
        rest_is_cancelled = rest_is_cancelled || effect.flag;
        if (effect.flag) told_after = std::min(told_after, effect.add);
      }
    }
    if (short_of_material) {
      const double fill = factor_of(s_.disruptions.of_link[link], EffectKind::shortage);
      const Quantity at_once = share_of(units, fill);
      if (at_once < units) park(slot, units - at_once, rest_is_cancelled ? Fate::cancelled : Fate::rest, told_after);
      units = at_once;
    }
  }
  if (units > 0) supplier_starts(slot, units);
}

void Replication::supplier_starts(std::uint32_t slot, Quantity units) {
  const LinkTerms& terms = b_.terms(b_.links[s_.orders[slot].link]);
  if (terms.resource.valid()) {
    start_job(terms.resource.value, slot, units);
  } else {
    send(slot, units);
  }
}

/// Goods of an external supplier are ready: they go, unless nothing may.
void Replication::send(std::uint32_t slot, Quantity units) {
  if (in_force(s_.orders[slot].link, EffectKind::dispatch_held) > 0) {
    park(slot, units, Fate::held, never);
  } else {
    ship(slot, units);
  }
}

void Replication::park(std::uint32_t slot, Quantity units, Fate fate, Time told_after) {
  const Order& order = s_.orders[slot];
  SupplierState& supplier = s_.disruptions.suppliers[order.link];
  const std::uint64_t number = supplier.made++;
  supplier.parcels.push_back({slot, units, number, fate});
  if (fate == Fate::cancelled)
    schedule(EventKind::supply_cancelled, later(now_.tick, told_after), b_.points[order.point].dispatch_rank,
             cancelled_mark | of_link(order.link, number), order.link);
}

/// What waited for the end of a spell goes on, oldest first.
void Replication::release_parcels(std::uint32_t link, Fate fate) {
  std::vector<Parcel>& parcels = s_.disruptions.suppliers[link].parcels;
  std::vector<Parcel> due;
  std::ranges::copy_if(parcels, std::back_inserter(due), [&](const Parcel& p) { return p.fate == fate; });
  std::erase_if(parcels, [&](const Parcel& p) { return p.fate == fate; });
  for (const Parcel& parcel : due) {
    if (fate == Fate::rest) {
      supplier_starts(parcel.order, parcel.units);
    } else {
      ship(parcel.order, parcel.units);
    }
  }
}

/// The supplier tells that he will not send a parcel: it leaves the order, and a continuous point looks again.
void Replication::on_supply_cancelled(std::uint32_t link) {
  std::vector<Parcel>& parcels = s_.disruptions.suppliers[link].parcels;
  const std::uint64_t number = now_.number & 0xffffffffU;
  const auto told = std::ranges::find(parcels, number, &Parcel::number);
  if (told == parcels.end()) return;  // withdrawn meanwhile
  const Parcel parcel = *told;
  parcels.erase(told);
  Order& order = s_.orders[parcel.order];
  const std::uint32_t point = order.point;
  touch(point);
  inbound_take(point, order.announced, Supply::order, parcel.order, parcel.units);
  order.undispatched -= parcel.units;
  book_withdrawal(parcel.order, parcel.units);
  want_review_if_below(point);
  arm(point);
}

/// Takes up to `most` units of an order back from what waits at the supplier, the latest first.
Quantity Replication::withdraw_parked(std::uint32_t slot, Quantity most) {
  if (b_.effects.empty()) return 0;
  std::vector<Parcel>& parcels = s_.disruptions.suppliers[s_.orders[slot].link].parcels;
  Quantity taken = 0;
  for (std::size_t i = parcels.size(); i-- > 0 && taken < most;) {
    if (parcels[i].order != slot) continue;
    const Quantity units = std::min(most - taken, parcels[i].units);
    parcels[i].units -= units;
    taken += units;
  }
  std::erase_if(parcels, [](const Parcel& parcel) { return parcel.units == 0; });
  return taken;
}

/// What a shipment that arrives now lacks of what its papers say: by its lane, then by each effect in force in turn.
Replication::Missing Replication::missing_units(std::uint32_t link, Quantity units) {
  Missing missing;
  if (s_.side.deliveries.empty() || b_.links[link].from.valid()) return missing;
  const LinkTerms& terms = b_.terms(b_.links[link]);
  const std::uint64_t nth = day_number(now_.tick, s_.side.deliveries[link].next(now_.tick));
  Draws draws(luck_.at(b_.links[link].who, Purpose::short_shipment, nth));
  const auto lacks = [&](double fill, bool cancelled) {
    const Quantity here = units - missing.units();
    (cancelled ? missing.cancelled : missing.late) += here - share_of(here, fill);
  };
  if (terms.short_chance > 0.0 && draws.uniform() < terms.short_chance)
    lacks(sample(terms.short_fill.law, draws), terms.short_cancelled);
  if (b_.effects.empty()) return missing;
  for (const std::uint32_t e : s_.disruptions.of_link[link]) {
    const EffectPlan& effect = b_.effects[e];
    if (effect.kind != EffectKind::shipments_short) continue;
    for (int k = 0; k < s_.disruptions.causes[effect.cause].level; ++k)
      if (draws.uniform() < effect.chance) lacks(effect.factor, effect.flag);
  }
  return missing;
}

/// The receiver has counted: a part of the rest leaves the order, the other is sent once more.
void Replication::come_short(std::uint32_t slot, const Missing& missing) {
  Order& order = s_.orders[slot];
  const std::uint32_t point = order.point;
  s_.loss_facts[point].short_shipped += missing.units();
  history_.note(b_.points[point].who, Fact::came_short, now_.tick, 0, missing.units());
  if (missing.late > 0) {
    order.undispatched += missing.late;
    inbound_raise(point, order.announced, Supply::order, slot, missing.late);
    send(slot, missing.late);
  }
  if (missing.cancelled > 0) book_withdrawal(slot, missing.cancelled);
  want_review_if_below(point);
}

}  // namespace restock
