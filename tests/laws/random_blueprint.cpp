// How a random blueprint is put together. Every choice is a pick of rapidcheck's, low and false being the simplest,
// so that a case that fails shrinks to a small one.
#include "laws/random_blueprint.hpp"

#include "core/hash.hpp"
#include "laws/describe.hpp"
#include "laws/picks.hpp"
#include "laws/random_allocation.hpp"
#include "laws/random_calls.hpp"
#include "laws/random_causes.hpp"
#include "laws/random_customers.hpp"
#include "laws/random_days.hpp"
#include "laws/random_demand.hpp"
#include "laws/random_echelons.hpp"
#include "laws/random_expiry.hpp"
#include "laws/random_forecasts.hpp"
#include "laws/random_levels.hpp"
#include "laws/random_markdown.hpp"
#include "laws/random_policies.hpp"
#include "laws/random_ports.hpp"
#include "laws/random_promises.hpp"
#include "laws/random_records.hpp"
#include "laws/random_sourcing.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

namespace restock {

using namespace laws;

namespace {

class Maker {
 public:
  Draft make() {
    grain_ = one_of<Time>({day / 4, hour, 1, 5});
    b_.length = grain_ * (chance(20) ? pick(40, 200) : pick(4, 40));
    b_.warmup = chance(50) ? grain_ * pick(0, 15) : 0;
    b_.drain = chance(30) ? grain_ * pick(1, 30) : 0;
    b_.bucket = grain_ * pick(1, 6);
    b_.series_every = chance(30) ? grain_ * pick(1, 7) : never;
    choose_order_of_day();
    b_.sketch_groups = index(1, 3);
    b_.series_groups = index(1, 3);
    choose_echelons(static_cast<std::size_t>(chance(50) ? pick(1, 8) : pick(1, 3)));
    for (std::int64_t r = pick(0, 2); r > 0; --r) add_resource();
    for (std::int64_t c = chance(40) ? pick(1, 2) : 0; c > 0; --c) b_.calendars.push_back(random_days(b_, grain_));
    for (std::uint32_t p = 0; p < b_.points.size(); ++p) choose_point(p);
    for (std::uint32_t p = 0; p < b_.points.size(); ++p) choose_supply(p);
    choose_streams();
    for (std::uint32_t p = 0; p < b_.points.size(); ++p) choose_initial_state(p);
    if (chance(35)) choose_look_alikes();
    add_random_allocation(b_, grain_);
    add_random_sourcing(b_, grain_);
    add_random_expiry(b_, grain_);
    add_random_calls(b_, grain_);
    add_random_second_choices(b_);
    if (chance(75)) add_joint_orders(b_);
    add_random_ports(b_, grain_);
    add_random_causes(b_, grain_);
    if (chance(40)) add_random_echelons(b_, upstream_first_);
    add_random_forecasts(b_, grain_);
    add_random_levels(b_, grain_);
    add_random_promises(b_, grain_);
    add_random_customers(b_, grain_);
    rank();
    fill_layout();
    return b_;
  }

 private:
  Time grid(std::int64_t low, std::int64_t high) { return grain_ * pick(low, high); }

  TimeLaw time_law(std::int64_t most) { return random_time(grain_, most); }

  /// Some points, wherever they stand; perhaps others as well.
  void choose_look_alikes() {
    std::vector<LookAlikes> groups(chance(30) ? 2 : 1);
    for (std::uint32_t p = 0; p < b_.points.size(); ++p) {
      const auto which = static_cast<std::size_t>(pick(0, 2));
      if (which < groups.size()) groups[which].points.push_back(p);
    }
    for (LookAlikes& group : groups) {
      group.rate = one_of<double>({0.1, 0.5, 1.0});
      if (group.points.size() > 1) b_.look_alikes.push_back(group);
    }
  }

  void choose_order_of_day() {
    std::vector<DayStep> steps = {DayStep::receive, DayStep::review, DayStep::demand};
    if (chance(35)) steps.push_back(DayStep::serve);
    if (chance(25)) steps.push_back(DayStep::count);
    if (chance(60))
      for (std::size_t i = 0; i + 1 < steps.size(); ++i)
        std::swap(steps[i],
                  steps[i + static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(steps.size() - i) - 1))]);
    b_.order_of_day = steps;
  }

  /// Where each point stands in the flow of goods; the order of declaration is another one.
  void choose_echelons(std::size_t points) {
    b_.points.resize(points);
    upstream_first_.resize(points);
    std::iota(upstream_first_.begin(), upstream_first_.end(), 0U);
    std::reverse(upstream_first_.begin(), upstream_first_.end());
    if (chance(50))
      for (std::size_t i = 0; i + 1 < points; ++i)
        std::swap(upstream_first_[i],
                  upstream_first_[i + static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(points - i) - 1))]);
  }
  std::vector<std::uint32_t> upstream_of(std::uint32_t point) const {
    return {upstream_first_.begin(), std::find(upstream_first_.begin(), upstream_first_.end(), point)};
  }

  void add_resource() {
    ResourcePlan plan;
    plan.who = hash_name("resource " + std::to_string(b_.resources.size()));
    plan.lines = index(0, 2);
    plan.time_per_unit = time_law(1);
    plan.production_time = time_law(4);
    plan.planned = grid(0, 5);
    b_.resources.push_back(plan);
  }
  ResourceId some_resource() {
    if (b_.resources.empty() || chance(40)) return {};
    return ResourceId{static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(b_.resources.size()) - 1))};
  }

  CalendarId some_calendar() {
    if (b_.calendars.empty() || chance(50)) return {};
    return CalendarId{static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(b_.calendars.size()) - 1))};
  }

  void choose_point(std::uint32_t p) {
    DraftPoint& point = b_.points[p];
    point.who = hash_name("point " + std::to_string(p));
    point.policy = random_policy(b_, grain_);
    point.replenished = !chance(7);
    point.calendar = some_calendar();
    if (chance(25)) {
      point.lot.minimum = pick(0, 5);
      point.lot.multiple = pick(1, 4);
      if (chance(50)) point.lot.maximum = std::max(point.lot.minimum, point.lot.multiple) + pick(0, 3);
      if (chance(40)) point.lot.round_up_from.value = one_of<double>({0.3, 0.5, 1.0});
    }
    if (chance(45)) point.on_cancel = one_of({CancelRule::cancel_supply, CancelRule::even_in_transit});
    if (chance(25) && !plans(point.policy)) point.information = random_information(point.policy, grain_);
    if (chance(25)) point.shelf = random_shelf(grain_);
    point.markdown = random_markdown(grain_);
    point.queues = static_cast<std::uint8_t>(pick(1, 3));
    if (chance(10)) point.discontinued = grid(-2, 20);
    point.sketch_group = index(0, b_.sketch_groups - 1);
    point.series_group = index(0, b_.series_groups - 1);
  }

  void choose_supply(std::uint32_t p) {
    DraftPoint& point = b_.points[p];
    point.sources = {static_cast<std::uint32_t>(b_.links.size()), 0};
    point.components = {static_cast<std::uint32_t>(b_.components.size()), 0};
    if (!point.replenished) return;
    std::vector<std::uint32_t> upstream = upstream_of(p);
    if (chance(25)) return choose_plant(p, upstream);
    const std::int64_t sources = chance(25) ? pick(2, 3) : 1;
    double share = 0.0;
    for (std::int64_t i = 0; i < sources; ++i) {
      DraftLink link;
      link.to = PointId{p};
      link.who = hash_name("link " + std::to_string(b_.links.size()));
      if (!upstream.empty() && chance(75))
        link.from =
            PointId{upstream[static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(upstream.size()) - 1))]};
      else if (chance(50))
        link.resource = some_resource();
      link.transit = time_law(5);
      link.planned_transit = chance(70) ? link.transit.mean_ticks() : grid(0, 5);
      if (chance(25)) link.order_delay = grid(1, 3);
      link.calendar = some_calendar();
      link.sender_calendar = some_calendar();
      link.receiver_calendar = some_calendar();
      link.planned_lead = link.order_delay + link.planned_transit;
      if (link.resource.valid()) link.planned_lead += b_.resources[link.resource.index()].planned;
      link.crossing = !chance(30);
      link.partial = !chance(30);
      link.parcels = chance(15);
      if (link.from.valid()) link.queue = class_at(link.from.value);
      share = i + 1 == sources ? 1.0 : share + (1.0 - share) * 0.1 * static_cast<double>(pick(0, 9));
      link.share_upto = share;
      b_.links.push_back(link);
      ++point.sources.count;
    }
  }

  void choose_plant(std::uint32_t p, std::vector<std::uint32_t> upstream) {
    DraftPoint& point = b_.points[p];
    point.made_here = true;
    point.resource = some_resource();
    for (std::int64_t i = chance(20) ? 0 : pick(1, 3); i > 0 && !upstream.empty(); --i) {
      const auto at = static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(upstream.size()) - 1));
      b_.components.push_back({PointId{upstream[at]}, pick(1, 3), class_at(upstream[at])});
      upstream.erase(upstream.begin() + static_cast<std::ptrdiff_t>(at));
      ++point.components.count;
    }
  }

  std::uint8_t class_at(std::uint32_t point) { return static_cast<std::uint8_t>(pick(0, b_.points[point].queues - 1)); }

  void choose_streams() {
    const std::int64_t count = chance(20) ? pick(5, 8) : pick(1, 4);
    std::vector<std::uint32_t> where;
    for (std::int64_t i = 0; i < count; ++i) where.push_back(index(0, static_cast<std::int64_t>(b_.points.size()) - 1));
    std::sort(where.begin(), where.end());
    b_.strip_block = grid(1, 10);
    for (std::uint32_t p = 0; p < b_.points.size(); ++p) {
      const auto first = static_cast<std::uint32_t>(b_.streams.size());
      for (const std::uint32_t at : where) {
        if (at != p) continue;
        b_.streams.push_back(choose_stream(p));
        if (chance(35)) move_demand(b_, grain_);
        if (b_.points[p].markdown && chance(75)) add_bargains(b_, grain_);
      }
      b_.points[p].streams = {first, static_cast<std::uint32_t>(b_.streams.size()) - first};
    }
  }

  DraftStream choose_stream(std::uint32_t p) {
    DraftStream s;
    s.point = PointId{p};
    s.who = hash_name("stream " + std::to_string(b_.streams.size()));
    choose_arrivals(s);
    if (!std::holds_alternative<TraceArrivals>(s.arrivals) && chance(50)) {
      s.unit_size = false;
      s.size.law = one_of<Distribution>({Constant{measure(2)}, DiscreteUniform{measure(0), measure(4)},
                                         Empirical{{measure(1), measure(7)}, {}}, Geometric{measure(2)}});
      prepare(s.size.law);
    }
    s.sees = one_of({Sees::record, Sees::record, Sees::shelf});
    if (s.sees == Sees::record && chance(30)) {
      s.publish_every = grid(1, 4);
      s.publish_first = grid(0, 3);
      s.publish_delay = grid(0, 2);
    }
    s.queue = class_at(p);
    s.partial = one_of({PartialRule::ship_available, PartialRule::ship_available, PartialRule::wait_complete});
    s.backorders = !chance(15);
    if (chance(40)) s.backlog_cap = one_of<Quantity>({0, 1, 3, 8});
    s.offer_without_date = chance(40);
    switch (pick(0, 5)) {
      case 0:
      case 1:
      case 2:
        break;
      case 3:
        s.accept = AcceptsWithProbability{{0.6}};
        break;
      case 4:
        s.accept = AcceptsWithinTolerance{time_law(4)};
        break;
      default:
        s.accept = AcceptsByQueue{{0.8}};
        break;
    }
    s.has_patience = chance(50);
    if (s.has_patience) s.patience = time_law(6);
    if (chance(25)) s.seller_limit = grid(1, 8);
    s.on_short_pick = one_of({ShortPickRule::nothing, ShortPickRule::zero_record, ShortPickRule::count});
    s.on_oversold = one_of({OversoldRule::backorder, OversoldRule::cancel});
    return s;
  }

  void choose_arrivals(DraftStream& s) {
    switch (pick(0, 7)) {
      case 7:
        s.arrivals = BatchArrivals{{grid(1, 4)}, {DiscreteUniform{measure(0), measure(3)}}, {grid(0, 5)}};
        s.unit_size = false;
        break;
      case 0:
        s.arrivals = PerPeriodArrivals{{grid(1, 4)}, {grid(0, 5)}};
        break;
      case 4:
        s.arrivals = IntermittentArrivals{{grid(1, 2)}, {0.4}, {grid(0, 5)}};
        break;
      case 1:
        s.arrivals = RenewalArrivals{{Constant{measure(grid(1, 2))}}};
        break;
      case 2: {
        TimeLaw gap{Empirical{{measure(0), measure(grain_), measure(2 * grain_)}, {}}};
        prepare(gap.law);
        s.arrivals = RenewalArrivals{gap};
        break;
      }
      case 3: {
        s.arrivals = TraceArrivals{};
        s.unit_size = false;
        s.trace = {static_cast<std::uint32_t>(b_.trace.size()), index(0, 30)};
        Time at = -b_.warmup - grain_;
        for (std::uint32_t i = 0; i < s.trace.count; ++i) {
          at += grid(0, 2);
          b_.trace.push_back({at, pick(0, 3)});
        }
        break;
      }
      default:
        s.arrivals = PoissonArrivals{{one_of<double>({0.3, 1.0, 3.0}) / static_cast<double>(grain_)}};
        s.volume = one_of<double>({1.0, 0.4, 1.7});
        break;
    }
  }

  void choose_initial_state(std::uint32_t p) {
    DraftPoint& point = b_.points[p];
    point.initial_on_hand = chance(25) ? pick(12, 60) : pick(0, 12);
    point.initial_on_record = point.initial_on_hand;
    if (chance(25)) point.initial_on_record = pick(-3, 14);
    if (chance(15)) point.initial_on_record += pick(5, 40);  // far more on record than on the shelf
    if (chance(35)) point.records = laws::random_records(grain_);
    if (!point.streams.empty() && chance(20)) point.initial_backlog = pick(1, 5);
    point.pipeline = {static_cast<std::uint32_t>(b_.pipeline.size()), chance(25) ? index(1, 3) : 0};
    for (std::uint32_t i = 0; i < point.pipeline.count; ++i)
      b_.pipeline.push_back({-b_.warmup + grid(0, 8), pick(1, 5)});
  }

  void rank() {
    const std::size_t n = b_.points.size();
    std::vector<std::uint32_t> depth(n, 0);
    for (const std::uint32_t p : upstream_first_) {
      for (const DraftLink& link : b_.points[p].sources.of(b_.links))
        if (link.from.valid()) depth[p] = std::max(depth[p], depth[link.from.index()] + 1);
      for (const ComponentPlan& component : b_.points[p].components.of(b_.components))
        depth[p] = std::max(depth[p], depth[component.point.index()] + 1);
    }
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return depth[a] < depth[b]; });
    for (std::uint32_t i = 0; i < n; ++i) b_.points[order[i]].dispatch_rank = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return std::pair(n - depth[a], a) < std::pair(n - depth[b], b); });
    for (std::uint32_t i = 0; i < n; ++i) b_.points[order[i]].review_rank = i;
  }

  void fill_layout() {
    Layout& l = b_.layout;
    l.length = b_.length;
    for (std::size_t p = 0; p < b_.points.size(); ++p) {
      l.point_site.emplace_back(p);
      l.point_product.emplace_back(std::size_t{0});
    }
    l.point_rates.resize(b_.points.size());
    for (std::size_t s = 0; s < b_.streams.size(); ++s) {
      l.stream_point.push_back(b_.streams[s].point);
      l.stream_segment.emplace_back(s);
    }
    for (const DraftLink& link : b_.links) l.link_to.push_back(link.to);
    l.link_rates.resize(b_.links.size());
    l.sites = b_.points.size();
    l.products = 1;
    l.segments = b_.streams.size();
  }

  Draft b_;
  Time grain_ = 1;
  std::vector<std::uint32_t> upstream_first_;
};

}  // namespace

rc::Gen<Draft> random_blueprint() {
  return rc::gen::exec([] { return Maker().make(); });
}

void showValue(const Draft& blueprint, std::ostream& out) { out << '\n' << describe(blueprint); }

}  // namespace restock
