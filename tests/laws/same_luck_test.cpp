// Whoever is added to a scenario changes nobody else's luck; whatever ran before changes nothing.
#include "catch.hpp"
#include "laws/agree.hpp"
#include "laws/random_blueprint.hpp"
#include "laws/settings.hpp"

#include "core/hash.hpp"

#include <algorithm>
#include <tuple>

using namespace restock;

namespace {

/// A store of its own, with a supplier of its own, beside everything else.
Draft with_a_point_more(Draft b) {
  DraftPoint point;
  point.who = hash_name("newcomer");
  point.policy = MinMax{2, 5};
  point.initial_on_hand = point.initial_on_record = 5;
  point.review_rank = point.dispatch_rank = static_cast<std::uint32_t>(b.points.size());
  point.streams = {static_cast<std::uint32_t>(b.streams.size()), 1};
  point.sources = {static_cast<std::uint32_t>(b.links.size()), 1};
  DraftStream stream;
  stream.point = PointId{b.points.size()};
  stream.who = hash_name("newcomer's customers");
  stream.arrivals = PoissonArrivals{{20.0 / static_cast<double>(b.length)}};
  DraftLink link;
  link.to = stream.point;
  link.who = hash_name("newcomer's lane");
  link.transit = {Constant{{static_cast<double>(b.length) / 30.0}}};
  b.points.push_back(point);
  b.streams.push_back(stream);
  b.links.push_back(link);
  return b;
}

/// One more stream at the point of the last one.
Draft with_a_stream_more(Draft b) {
  DraftStream stream = b.streams.back();
  stream.who = hash_name("more customers");
  stream.modulation = {};
  stream.bargains = false;
  stream.arrivals = PoissonArrivals{{20.0 / static_cast<double>(b.length)}};
  b.streams.push_back(stream);
  ++b.points[stream.point.index()].streams.count;
  return b;
}

using Customers = std::vector<std::tuple<std::uint32_t, std::uint64_t, Time, Quantity>>;

/// Who came when and wanted how much, of the streams of `draft`.
Customers everybody(const TwinResult& result, const Draft& draft) {
  Customers all;
  for (const OrderRow& row : result.orders)
    if (row.stream < draft.streams.size()) all.emplace_back(row.stream, row.number, row.ordered, row.units);
  std::sort(all.begin(), all.end());
  return all;
}

/// Without those who may have stayed away for what others met with.
Customers all_customers(const TwinResult& result, const Draft& draft) {
  Customers all = everybody(result, draft);
  std::erase_if(all, [&](const auto& customer) { return draft.streams[std::get<0>(customer)].loyalty.has_value(); });
  return all;
}

/// Without those who came for a price that a planner has reduced, which he may have done for what happened.
Customers customers(const TwinResult& result, const Draft& draft) {
  Customers all = all_customers(result, draft);
  std::erase_if(all, [&](const auto& customer) { return draft.streams[std::get<0>(customer)].bargains; });
  return all;
}

}  // namespace

TEST_CASE("a stock point that is added leaves everyone else's history as it was") {
  laws::fix_random_cases();
  State state;
  CHECK(rc::check([&](Draft before, std::uint16_t seed) {
    before.drain = 0;  // how long the run drains is everyone's business
    TwinResult old = laws::run_engine(before, seed, 0, state);
    TwinResult now = laws::run_engine(with_a_point_more(before), seed, 0, state);
    now.record.points.resize(before.points.size());
    now.record.streams.resize(before.streams.size());
    now.record.links.resize(before.links.size());
    std::erase_if(now.orders, [&](const OrderRow& row) { return row.stream >= before.streams.size(); });
    RC_ASSERT(now.orders == old.orders);
    RC_ASSERT(now.record.points == old.record.points);
    RC_ASSERT(now.record.streams == old.record.streams);
    RC_ASSERT(now.record.links == old.record.links);
  }));
}

TEST_CASE("a stream that is added leaves the other streams' customers as they were") {
  laws::fix_random_cases();
  State state;
  CHECK(rc::check([&](const Draft& before, std::uint16_t seed) {
    const TwinResult old = laws::run_engine(before, seed, 0, state);
    const TwinResult now = laws::run_engine(with_a_stream_more(before), seed, 0, state);
    RC_ASSERT(customers(now, before) == customers(old, before));
  }));
}

TEST_CASE("causes that never become active change nothing, whatever they could do") {
  laws::fix_random_cases();
  State state;
  CHECK(rc::check([&](const Draft& before, std::uint16_t seed) {
    Draft idle = before;
    Threshold never_passed;
    never_passed.above = unlimited;
    never_passed.check = {std::max<Time>(1, before.length / 20)};
    CausePlan cause;
    cause.when = never_passed;
    cause.watched = {static_cast<std::uint32_t>(idle.watched.size()), static_cast<std::uint32_t>(idle.points.size())};
    for (std::uint32_t p = 0; p < idle.points.size(); ++p) idle.watched.push_back(p);
    cause.effects = {static_cast<std::uint32_t>(idle.effects.size()), 0};
    const auto add = [&](EffectKind kind, std::size_t targets) {
      for (std::uint32_t target = 0; target < targets; ++target, ++cause.effects.count)
        idle.effects.push_back({kind, static_cast<std::uint32_t>(idle.causes.size()), target, 0.5, 1});
    };
    add(EffectKind::orders_refused, idle.links.size());
    add(EffectKind::production_stopped, idle.resources.size());
    add(EffectKind::port_closed, idle.ports.size());
    add(EffectKind::sea_closed, idle.routes.size());
    add(EffectKind::sailings_blanked, idle.routes.size());
    idle.causes.push_back(cause);
    TwinResult now = laws::run_engine(idle, seed, 0, state);
    const TwinResult old = laws::run_engine(before, seed, 0, state);
    RC_ASSERT(now.orders == old.orders);
    RC_ASSERT(now.record.points == old.record.points);
    RC_ASSERT(now.record.ports == old.record.ports);
    RC_ASSERT(now.record.fingerprint == old.record.fingerprint);
  }));
}

TEST_CASE("with records that are always right the customers are the same") {
  laws::fix_random_cases();
  State state;
  CHECK(rc::check([&](const Draft& wrong, std::uint16_t seed) {
    Draft right = wrong;
    for (DraftPoint& point : right.points) point.records = {};
    for (DraftStream& stream : right.streams) stream.publish_every = 0;
    const TwinResult now = laws::run_engine(wrong, seed, 0, state);
    const TwinResult then = laws::run_engine(right, seed, 0, state);
    RC_ASSERT(customers(now, wrong) == customers(then, wrong));
  }));
}

TEST_CASE("a lower price brings the customers of a higher one, and others; nobody else notices") {
  laws::fix_random_cases();
  State state;
  CHECK(rc::check([&](Draft mild, std::uint16_t seed) {
    for (DraftPoint& point : mild.points)
      if (point.markdown)
        for (MarkdownStep& step : point.markdown->steps) {  // by date only: by stock they would hold at other times
          step.above = unlimited;
          step.left = -1;
        }
    Draft deep = mild;
    for (DraftPoint& point : deep.points)
      if (point.markdown)
        for (MarkdownStep& step : point.markdown->steps) step.extra *= 2.0;
    for (Modulation& moves : deep.modulations)
      if (auto* bargains = std::get_if<Bargains>(&moves.source)) bargains->most *= 2.0;
    Draft full = mild;
    for (DraftPoint& point : full.points) point.markdown.reset();
    const TwinResult of_mild = laws::run_engine(mild, seed, 0, state);
    const TwinResult of_deep = laws::run_engine(deep, seed, 0, state);
    const TwinResult of_full = laws::run_engine(full, seed, 0, state);
    const Customers some = all_customers(of_mild, mild);
    const Customers more = all_customers(of_deep, mild);
    RC_ASSERT(std::includes(more.begin(), more.end(), some.begin(), some.end()));
    RC_ASSERT(customers(of_mild, mild) == all_customers(of_full, mild));
    RC_ASSERT(customers(of_deep, mild) == all_customers(of_full, mild));
  }));
}

TEST_CASE("a run on a used state is the run on a new one, whatever ran before") {
  laws::fix_random_cases();
  State used;
  CHECK(rc::check([&](const Draft& blueprint, const Draft& other, std::uint16_t seed) {
    State fresh;
    const TwinResult alone = laws::run_engine(blueprint, seed, 0, fresh);
    laws::run_engine(other, seed, 1, used);
    laws::run_engine(blueprint, seed, 3, used);
    const std::string difference = first_difference("used", laws::run_engine(blueprint, seed, 0, used), "new", alone);
    if (!difference.empty()) RC_FAIL(difference);
  }));
}

TEST_CASE("who stays away is missing, and nobody else comes or goes") {
  laws::fix_random_cases();
  State state;
  CHECK(rc::check([&](const Draft& before, std::uint16_t seed) {
    Draft faithful = before;
    for (DraftStream& stream : faithful.streams) stream.loyalty.reset();
    const TwinResult old = laws::run_engine(before, seed, 0, state);
    const TwinResult now = laws::run_engine(faithful, seed, 0, state);
    const auto of_old = [&](const TwinResult& result) {
      Customers all = everybody(result, before);
      std::erase_if(all, [&](const auto& customer) { return before.streams[std::get<0>(customer)].bargains; });
      return all;
    };
    const Customers some = of_old(old);
    const Customers all = of_old(now);
    RC_ASSERT(std::includes(all.begin(), all.end(), some.begin(), some.end()));
    RC_ASSERT(customers(now, before) == customers(old, before));
  }));
}

TEST_CASE("what customers do after they came, and when a product is sold, brings nobody and keeps nobody away") {
  laws::fix_random_cases();
  State state;
  CHECK(rc::check([&](const Draft& before, std::uint16_t seed) {
    Draft plain = before;
    for (DraftStream& stream : plain.streams) {
      stream.retrial.reset();
      stream.returns.reset();
      stream.reassess.reset();
    }
    for (DraftPoint& point : plain.points) point.listing = {};
    const TwinResult old = laws::run_engine(before, seed, 0, state);
    const TwinResult now = laws::run_engine(plain, seed, 0, state);
    RC_ASSERT(customers(now, before) == customers(old, before));
  }));
}

TEST_CASE("late information and back rooms leave the customers as they were") {
  laws::fix_random_cases();
  State state;
  CHECK(rc::check([&](const Draft& before, std::uint16_t seed) {
    Draft plain = before;
    for (DraftPoint& point : plain.points) {
      point.information.reset();
      point.shelf.reset();
    }
    const TwinResult old = laws::run_engine(before, seed, 0, state);
    const TwinResult now = laws::run_engine(plain, seed, 0, state);
    RC_ASSERT(customers(now, before) == customers(old, before));
    RC_ASSERT(now.record.information.empty() || before.effects.size() > 0);
    RC_ASSERT(now.record.shelves.empty());
  }));
}
