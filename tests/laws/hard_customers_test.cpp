// Long stories of customers who come back, stay away and send goods back: hard for an engine that pulls.
#include "laws/check.hpp"
#include "twin/models.hpp"

using namespace restock;
using namespace restock::models;
using laws::check_agreement;

namespace {

Draft chain(Policy store, Policy warehouse) {
  Draft b = two_echelons(store, warehouse, 40, PoissonArrivals{{20.0 / day}}, exponential_time(3 * day));
  b.length = 200 * day;
  return b;
}

RetrialRules tries_again(double comes_back, double notice) {
  RetrialRules rules;
  rules.comes_back = comes_back;
  rules.after = exponential_time(1 * day);
  rules.notice = notice;
  rules.reaction = exponential_time(6 * hour);
  rules.valid = 5 * day;
  rules.visits = 3;
  return rules;
}

}  // namespace

TEST_CASE("a shop of those who take no backorder, come back and wait for notices") {
  Draft b = chain(MinMax{20, 60}, MinMax{60, 300});
  b.streams[0].backorders = false;
  b.streams[0].retrial = tries_again(0.4, 0.4);
  check_agreement(b);
  b.order_of_day = {DayStep::receive, DayStep::review, DayStep::demand, DayStep::serve};
  check_agreement(b);
  b.streams[0].sees = Sees::shelf;
  b.drain = 20 * day;
  check_agreement(b);
}

TEST_CASE("one order for every customer, whoever comes again") {
  Draft b = chain(BaseStock{30}, BaseStock{60});
  b.streams[0].backlog_cap = 5;
  b.streams[0].retrial = tries_again(0.7, 0.2);
  b.warmup = 20 * day;
  check_agreement(b);
}

TEST_CASE("two streams with goodwill of their own at a shop that is often out of stock, and late") {
  Draft b = chain(MinMax{15, 40}, MinMax{40, 120});
  b.points[0].streams = {0, 2};
  b.points[1].streams = {2, 0};
  b.streams[0].loyalty = LoyaltyRules{40'000, 20'000, 10'000, 5'000, 200'000};
  b.streams[0].has_patience = true;
  b.streams[0].patience = exponential_time(1 * day);
  DraftStream second = b.streams[0];
  second.who = hash_name("walk in");
  second.sees = Sees::shelf;
  second.backorders = false;
  second.loyalty->good = 20'000;
  second.retrial = tries_again(0.5, 0.0);
  b.streams.push_back(second);
  check_agreement(b);
}

TEST_CASE("what is sent back serves those who wait, here and at the shop behind") {
  Draft b = chain(MinMax{15, 40}, BaseStock{80});
  b.streams[0].returns = ReturnRules{0.3, exponential_time(4 * day), 0.8};
  DraftStream at_warehouse = b.streams[0];
  at_warehouse.who = hash_name("mail order");
  at_warehouse.point = PointId{1};
  at_warehouse.returns = ReturnRules{0.9, constant_time(1 * day), 1.0};
  b.streams.push_back(at_warehouse);
  b.points[1].streams = {1, 1};
  check_agreement(b);
  b.points[0].records.posting.sales_every = 1 * day;
  b.points[1].policy = Kanban{6, 10};
  check_agreement(b);
}

TEST_CASE("a season: presale, a limit that is looked at again, dates by lateness, retirement") {
  Draft b = chain(MinMax{20, 60}, PeriodicMinMax{{{2 * day}, {1 * day}}, 60, 200});
  b.points[0].listing = {10 * day, 30 * day, 150 * day};
  b.points[1].listing.retired = 140 * day;
  b.streams[0].seller_limit = 3 * day;
  b.streams[0].reassess = ReassessRules{2 * day, 1 * day};
  b.streams[0].promises.quoting = LatenessQuote{{0.8}};
  b.streams[0].promises.updates = UpdatesOnSlip{{0}, {1 * day}};
  b.streams[0].promises.discontent.slip = 0.5;
  b.streams[0].retrial = tries_again(0.3, 0.3);
  b.streams[0].backlog_cap = 60;
  check_agreement(b);
}
