// The twin's world, and the verbs of the law. Private to the twin.
#pragma once

#include "twin/memory.hpp"

#include <map>
#include <optional>

namespace restock::twin {

class World : Memory {
 public:
  World(const Draft& blueprint, std::uint64_t seed, std::uint64_t replication) : Memory(blueprint, seed, replication) {}
  TwinResult run();

 private:
  // world.cpp: the clock
  void start();
  void handle(const Event& event);
  void schedule(Kind kind, Time at, std::uint64_t rank, std::uint64_t number, std::uint32_t who,
                std::uint64_t which = 0);
  int half_of(Kind kind) const;
  int phase_of(Kind kind) const;
  void end_instant();
  void sample();

  // arrivals.cpp
  void next_customer(std::uint32_t stream, Time from);
  Time next_arrival(std::uint32_t stream, Time from);
  void arrive(std::uint32_t stream, std::uint64_t number);
  void enter(const Guest& guest);
  Guest guest_of(std::uint32_t stream, std::uint64_t number, Quantity units);
  Quantity units_of(std::uint32_t stream, std::uint64_t number);
  Quantity batch(const DraftStream& plan, const BatchArrivals& batches, std::uint64_t number) const;

  // service.cpp
  void serve_customer(Guest guest);
  void count_order(const Guest& guest);
  Quantity waiting_before(std::uint32_t stream) const;
  Quantity sellable_to(std::uint32_t stream) const;
  void pick(Guest& guest, Quantity units);
  void count_sold(Guest& guest, Quantity units);
  Quantity oversell(Guest& guest, Quantity units);
  std::optional<Loss> refuse(const Guest& guest, Quantity units);
  void lose(Guest& guest, Quantity units, const Loss& loss, bool served);

  // customers.cpp
  void join_queue(const Guest& guest, Quantity units);
  void deadline(std::uint32_t stream, std::uint64_t number);
  void leave(std::uint32_t stream, std::list<Entry>::iterator entry);
  void take_out(std::uint32_t stream, std::list<Entry>::iterator entry);
  void has_left(std::uint32_t point, Quantity units);
  void count_cancelled(std::uint32_t stream, Entry& entry);
  Entry waiter(const Guest& guest, Quantity units, Time promise, Fact fact);
  Time quote(std::uint32_t stream, Quantity units);
  Time date_of(std::uint32_t stream, Quantity need, Quantity more);
  Time date_of_inbound(std::uint32_t stream, Quantity need);
  Time date_of_supply(std::uint32_t stream, Quantity need, Quantity more);
  Time quoted(std::uint32_t stream, Quantity units);
  bool accepts(std::uint32_t stream, std::uint64_t number, Time date, Quantity ahead);

  // visits.cpp
  bool turn_away(const Guest& guest, Quantity units, const Loss& loss);
  void expect_visit(std::uint32_t stream, std::uint64_t number, Time at);
  void come_again(std::uint32_t stream, std::uint64_t number);
  void wait_no_longer(std::uint32_t stream, std::uint64_t number);
  void send_notices(std::uint32_t point);
  void close_visits();

  // goodwill.cpp
  bool stays_away(std::uint32_t stream, std::uint64_t number, Quantity units);
  void bad_experience(std::uint32_t stream, Millionths LoyaltyRules::*step);
  void good_experience(std::uint32_t stream);
  void experience_of_wait(const Entry& entry, Time out);

  // baskets.cpp
  const BasketPlan* basket_of(std::uint32_t stream) const;
  std::uint32_t order_of(std::uint32_t stream) const;
  std::vector<Guest> lines_of(const Guest& first);
  void count_whole(const OrderRow& row, Quantity in_time);

  // shipped_together.cpp
  void serve_together(std::vector<Guest>& lines);
  std::optional<Loss> refuse_together(const std::vector<Guest>& lines, Time& date);
  void wait_together(std::vector<Guest>& lines, Time date);
  bool is_there(const Guest& line) const;
  std::vector<std::list<Entry>::iterator> whole_order(const Entry& line);
  bool first_of_order(const Entry& entry) const { return !b_.streams[entry.row.stream].is_line(); }
  bool others_available(const Entry& line);
  Quantity available_to(std::uint32_t point, const Entry& entry) const;
  void ship_whole(std::uint32_t point, const Entry& line);
  void leave_together(const Entry& line);
  Time date_in_queue(const Entry& entry);
  Time date_of_whole(const Entry& entry);
  const Entry& who_hears(const Entry& entry);
  Time lateness_of(const Entry& entry);

  // overtaking.cpp
  std::list<Entry>& queue_of(const Entry& entry);
  std::optional<std::list<Entry>::iterator> find_entry(std::uint32_t stream, std::uint64_t number);
  void expect_to_rise(Entry& entry);
  void rise(const Entry& entry);
  void come_first(std::list<Entry>::iterator entry);

  // payment.cpp
  bool authorises_at_order(std::uint32_t stream) const;
  bool draws_failure(std::uint32_t stream, std::uint64_t number) const;
  bool cannot_pay(const OrderRow& customer) const;
  void decline_payment(Guest& guest, Quantity units);
  void give_back_payment(std::uint32_t stream, Quantity units);
  bool payment_fails(const Entry& entry) const;
  void leave_unpaid(std::uint32_t stream, std::uint64_t number);

  // packing.cpp
  Time pack(std::uint32_t point, Quantity units);

  // returned.cpp
  void takes_home(std::uint32_t stream, std::uint64_t number, Quantity units, Millionths off);
  void take_back_goods(std::uint32_t stream, std::uint64_t number);

  // listing.cpp
  void release(std::uint32_t point);
  bool held(std::uint32_t point) const { return points_[point].held; }
  bool listed(std::uint32_t point) const;
  bool retired(std::uint32_t point) const;
  bool orders_no_more(std::uint32_t point) const;
  void learn_lateness(std::uint32_t point, Time announced);
  Time lateness_for(std::uint32_t stream) const;

  // neighbours.cpp
  Quantity spare_of(std::uint32_t giver, Quantity keep) const;
  bool call_neighbours(Guest& guest, Quantity forced, Quantity deficit, Outcome outcome);
  void wait_for_call(const Guest& guest, Quantity units, Time announced, Time time);
  void leave_call(std::uint32_t stream, std::uint64_t number);
  void call_arrives(std::uint32_t point, std::uint64_t number);
  bool second_choice(Guest& guest, Quantity units);
  const CallPlan* caller(std::uint32_t point) const;

  // promises.cpp
  void start_promises();
  void expect_look(std::uint32_t stream);
  void look_at_promises(std::uint32_t stream);
  bool tell(std::uint32_t stream, Entry& entry, Time date);
  void expect_to_bear(std::uint32_t stream, Entry& entry);
  void expect_to_leave(std::uint32_t stream, Entry& entry);
  bool keeps_on(std::uint32_t stream, Entry& entry, Time date);

  // surges.cpp
  void write_down_customers(std::uint32_t stream);
  double plain_height(std::uint32_t stream, Time t) const;
  double height(std::uint32_t stream, Time t) const;
  std::vector<Candidate> own_arrivals_kept(std::uint32_t stream);
  void add_strips(std::uint32_t stream, std::uint32_t first, std::vector<Candidate>& all);
  std::vector<Candidate> everyone_infected(std::uint32_t stream, const ClusterPlan& plan);

  // allocation.cpp
  Quantity allocatable(const Point& p) const;
  Quantity kept_from(std::uint32_t point, const Entry& entry) const;
  Quantity open_to(std::uint32_t point, const Entry& entry, Quantity left) const;
  bool shares(std::uint32_t point, const Entry& entry) const;
  std::vector<Quantity> parts(std::uint32_t point, const std::list<Entry>& queue, Quantity left) const;
  void allocate(std::uint32_t point);
  void ship_to_customer(std::uint32_t point, Entry& entry, Quantity units);
  void count_shipped(std::uint32_t point, Entry& entry, Quantity units, Time out);
  void serve(std::uint32_t point);
  void dispatch(std::uint32_t point);
  Quantity kits_possible(const Entry& need, std::uint32_t at, Quantity allocatable_here);
  void issue_kits(std::uint32_t plant, Order& order, Quantity kits);
  Entry& need_of(std::uint32_t component_point, std::uint32_t buyer, std::uint64_t order);
  void leave_internally(std::uint32_t point, Entry& entry, Quantity units);
  void drop_empty_entries(std::uint32_t point);

  // orders.cpp
  bool continuous(std::uint32_t point) const;
  PlannerView view(const Point& p) const;
  bool late(std::uint32_t point) const;
  void review_if_low(std::uint32_t point);
  void review_if_low_here(std::uint32_t point);
  void stock_moved(std::uint32_t point);
  void review(std::uint32_t point);
  Quantity wanted(std::uint32_t point, const PlannerView& seen);
  bool is_open(CalendarId id, Time at) const;
  Time opening(CalendarId id, Time at) const;
  Time next_review(std::uint32_t point, const ReviewCalendar& calendar, Time from) const;
  Time at_sender(std::uint32_t link, Time placed) const;
  Time on_the_way(std::uint32_t link, Time from, Time span) const;
  Time at_receiver(std::uint32_t link, Time span) const;
  Time announced_when_ordered(std::uint32_t link, Time placed) const;
  void place(std::uint32_t point, Quantity units, bool joins);
  void place_over(std::uint32_t point, std::uint32_t link, Quantity units, bool joins = false);
  void order_received(std::uint32_t point, std::uint64_t number);
  void join_queue_of(std::uint32_t sender, std::uint8_t queue, const Entry& entry);
  void ship(std::uint32_t point, Order& order, Quantity units);
  void ship_together(std::uint32_t point, Order& order, Quantity units);
  void receive(std::uint32_t point, std::uint64_t id);
  void put_away(std::uint32_t point, const Shipment& shipment, Quantity units);
  void close_if_done(std::uint32_t point, std::uint64_t number);
  void withdraw(std::uint32_t point);
  Quantity withdraw_undispatched(std::uint32_t point, Order& order, Quantity most);
  void take_back(std::uint32_t sender, Entry& entry, Quantity units);
  Quantity withdraw_in_production(std::uint32_t point, Order& order, Quantity most);
  void book_withdrawal(std::uint32_t point, Order& order, Quantity units);

  // together.cpp
  void ask_echelons(std::uint32_t point);
  const EchelonPlan* echelon_of(std::uint32_t point) const;
  PlannerView view_of_echelon(const EchelonPlan& echelon) const;
  void others_join(std::uint32_t point);
  void join_order(std::uint32_t point);

  // sourcing.cpp
  std::uint32_t choose_link(std::uint32_t point, Quantity units);
  LaneView look_at_lane(std::uint32_t point, std::uint32_t link, Quantity units);
  std::multimap<Time, Quantity> announced_to(std::uint32_t point) const;
  Time wait_in_queue(const DraftLink& link, Quantity units);
  bool orders_from_two(std::uint32_t point, const PlannerView& seen);

  // expedite.cpp
  void expedite(std::uint32_t point);

  // expiry.cpp
  void start_expiry(std::uint32_t point);
  void new_lot(std::uint32_t point, Quantity units);
  void issue(std::uint32_t point, Quantity units);
  void expiry(std::uint32_t point, bool of_life);
  bool over(std::uint32_t point) const;

  // markdown.cpp
  void start_markdown(std::uint32_t point);
  void markdown(std::uint32_t point);
  const MarkdownStep* reduction(std::uint32_t point) const;
  Millionths off_now(std::uint32_t point) const;
  bool is_drawn(std::uint32_t stream, std::uint64_t number) const;
  void sold_reduced(std::uint32_t point, std::uint32_t stream, std::uint64_t number, Quantity units, Millionths off);

  // reserves.cpp
  void start_reserves(std::uint32_t point);
  void expect_reserve(std::uint32_t stream, Time from);
  void set_reserve(std::uint32_t stream);
  void reserve(std::uint32_t stream);
  Quantity kept_from_customers(std::uint32_t stream) const;
  void draw_on_reserve(std::uint32_t stream, Quantity units);

  // shelf.cpp
  void start_shelf(std::uint32_t point);
  Quantity seen_by(const DraftStream& customer) const;
  void take_off_shelf(std::uint32_t point, Quantity units);
  void shelf_follows(std::uint32_t point);
  void call_for_refill(std::uint32_t point);
  void shelf_move(std::uint32_t point, std::uint64_t call);
  void shelf_round(std::uint32_t point);

  // information.cpp
  void start_information(std::uint32_t point);
  void schedule_refresh(std::uint32_t point, Time from);
  void snapshot(std::uint32_t point);
  void refresh(std::uint32_t point);
  bool frozen(std::uint32_t point) const;
  void keep_data(std::uint32_t point);
  PlannerView view_at_review(std::uint32_t point);

  // forecasts.cpp
  void start_forecasts();
  void bucket_end(std::uint32_t forecast);
  void expect_bucket_end(std::uint32_t forecast, Time from);
  ForecastSource source_of(std::uint32_t forecast);
  double foreseen_per_day(std::uint32_t point);
  void start_levels();
  void expect_level_review(std::uint32_t plan);
  void level_review(std::uint32_t plan);
  const Policy& policy(std::uint32_t point) const;
  std::optional<PlanView> ahead_of(std::uint32_t point);

  // production.cpp
  void make(std::uint32_t point, std::uint64_t order, Quantity units);
  void start_lines(std::uint32_t resource);
  void line_done(std::uint32_t resource, std::uint64_t job);
  void made(std::uint32_t resource, std::uint64_t job);
  Quantity good_ones(std::uint32_t resource, const Job& job) const;
  void lose_in_production(std::uint32_t point, std::uint64_t order, Quantity units);
  void put_into_stock(std::uint32_t point, std::uint64_t order, Quantity units, std::uint64_t number);

  // port.cpp
  Draws draws(std::uint64_t who, Purpose why, std::uint64_t nth) const;
  Shipment& shipment(const Load& load);
  Quantity units_on(const Vessel& vessel);
  Quantity units_in_yard(std::uint32_t port);
  void settle_port(std::uint32_t port);
  PortFacts& port_facts(std::uint32_t port);
  void start_ports();
  void next_convoy(std::uint32_t port, std::uint64_t number);
  void convoy(std::uint32_t port, std::uint64_t number);
  Time announced_from_berth(const RoutePlan& plan, std::uint32_t port, Quantity units) const;
  void port_arrival(std::uint32_t port, std::uint64_t number);
  void call(std::uint32_t port, Vessel vessel);
  void go_elsewhere(std::uint32_t from, Vessel vessel);
  void end_wait(std::uint32_t port, const Vessel& vessel);
  void use_berths(std::uint32_t port);
  void finish_handling(std::uint32_t port, std::uint64_t number, Time handling);
  void port_changes(std::uint32_t port);
  bool berth_is_free(std::uint32_t port) const;
  void port_leave(std::uint32_t port, std::uint64_t number);
  void berth_done(std::uint32_t port, std::uint64_t number);
  void unload(std::uint32_t port);
  void yard_out(std::uint32_t port, std::uint64_t id);

  // sea.cpp
  void send(std::uint32_t route, const Load& load);
  Time sea_leg(std::uint32_t route, std::uint64_t who, std::uint64_t nth) const;
  void cross(std::uint32_t route, Vessel vessel, Time sea);
  void make_for(std::uint32_t port, Time arrival, const Vessel& vessel);
  void close_sea(std::uint32_t route);
  void open_sea(std::uint32_t route);
  std::vector<Shipment*> sailing_without_port(std::uint32_t route);
  std::int64_t sailing_to_catch(std::uint32_t route) const;
  Time announced_after_departure(const RoutePlan& plan, Quantity units) const;
  Time announced_at_dispatch(std::uint32_t route, Quantity units) const;
  void sail(std::uint32_t route);
  Load split(const Load& load, Quantity units);
  void depart(std::uint32_t route, std::int64_t number, const Vessel& vessel);

  // causes.cpp
  void start_causes();
  void next_spell(std::uint32_t cause);
  void next_look(std::uint32_t cause, Time from);
  void look(std::uint32_t cause);
  void spell_begin(std::uint32_t cause);
  void spell_end(std::uint32_t cause);
  void count_active(std::uint32_t cause, Time until);
  std::uint64_t active_in(Time from, Time until) const;
  void end_effect(const EffectPlan& effect);
  int level_of(EffectKind kind, std::uint32_t target) const;
  bool refused_everywhere(std::uint32_t point) const;
  Time with_delays(EffectKind kind, std::uint32_t target, Time span, bool announced_only) const;
  void close_lane(std::uint32_t id);
  void open_lane(std::uint32_t id);
  void go(std::uint32_t point, Shipment& shipment, Time left);
  void stop_production(std::uint32_t id, bool progress_is_lost);
  void resume_production(std::uint32_t id);
  void work(std::uint32_t id, std::uint64_t number, Time span, bool on_line);
  void supplier_receives(std::uint32_t at, Order& order);
  void supplier_starts(std::uint32_t at, Order& order, Quantity units);
  void send(std::uint32_t at, Order& order, Quantity units);
  void set_aside(std::uint32_t at, const Order& order, Quantity units, Part::Of of, Time told_after);
  void release(std::uint32_t id, Part::Of of);
  std::array<Quantity, 2> missing_in(const Shipment& shipment);
  void scrap(const EffectPlan& effect);
  void supply_cancelled(std::uint32_t id, std::uint64_t number);
  Quantity take_back_parts(const Order& order, Quantity most);

  // records.cpp
  Draws draws_of(std::uint32_t point, Purpose why, std::uint64_t nth) const;
  void start_records(std::uint32_t point);
  void expose(std::uint32_t point);
  void expect_loss(std::uint32_t point);
  void expect_misplacement(std::uint32_t point);
  Time when_due(const UnitClock& clock, Quantity units) const;
  void misplacement(std::uint32_t point, std::uint64_t expectation);
  void find(std::uint32_t point, std::uint64_t number);
  void find_in_count(std::uint32_t point, Draws& draws);
  void take_from_hidden(std::uint32_t point, std::uint64_t number);
  void expect_theft(std::uint32_t point, std::uint64_t number, Time last);
  void expect_count(std::uint32_t point, std::uint64_t number, Time last);
  void vanish(std::uint32_t point, Quantity units);
  void loss(std::uint32_t point, std::uint64_t expectation);
  void theft(std::uint32_t point, std::uint64_t number);
  std::uint32_t channel(std::uint32_t stream) const;
  void make_copy(std::uint32_t stream, Time seen);
  Quantity on_offer(std::uint32_t stream) const;
  void sold_by_channel(std::uint32_t stream, Quantity units);
  void ship_out(std::uint32_t point, Quantity units);
  void hand_over(std::uint32_t point, Quantity units, Quantity posted);
  Quantity taken_from_look_alikes(std::uint32_t stream, std::uint64_t number, Quantity units);
  Quantity read_at_till(std::uint32_t stream, std::uint64_t number, Quantity units);
  void expect_sales_posting(std::uint32_t point, Time from);
  void come_in(std::uint32_t point, Quantity units, Time announced);
  void post(std::uint32_t point, const Unposted& receipt);
  void posting(std::uint32_t point, bool of_sales);
  void post_sales(std::uint32_t point);
  void post_receipts(std::uint32_t point, Time due);
  void record_fell(std::uint32_t point, Quantity before);
  void act_on_record(std::uint32_t point);
  void call_for_count(std::uint32_t point);
  void count(std::uint32_t point, std::uint64_t number);

  // books.cpp
  void settle(std::uint32_t point);
  void settle_link(std::uint32_t link);
  void change(std::uint32_t point, Quantity Point::*level, Quantity by);
  void count_demand(std::uint32_t point, Quantity units);
  void join(std::uint32_t point, std::uint8_t queue, const Entry& entry);
  void leave_queue(std::uint32_t point, Entry& entry, Quantity units);
  void open_order() { ++cohort_open_; }
  void end_order(OrderRow row, bool cohort, Outcome outcome, Quantity in_time = 0);
  void complete_cycle(std::uint32_t point);
  std::uint64_t next_of_day(std::array<std::int64_t, 2>& counter) const;
  void write_row(std::uint32_t point, const Order& order, Time completed);
  void open_window();
  void close_window();
  void finish();
  void check_books() const;
};

}  // namespace restock::twin
