// One replication under way: the verbs of the law (sim/engine/README.md), one `on_*.cpp` or topic per group.
// Private to engine/, and open within it: a topic with verbs that nobody else needs declares them in a header of its
// own, as functions of a Replication.
#pragma once

#include "engine/passing.hpp"
#include "engine/replication_data.hpp"

#include <cstdint>

namespace restock {

namespace engine {
struct Sharers;
}  // namespace engine

struct Replication : ReplicationData {
  using ReplicationData::ReplicationData;
  Record run();

  // begin.cpp: tables emptied, what every point begins with
  void reset();
  void reset_side_tables();
  void reset_feeds();
  void reset_record_tables();
  void reset_choices();
  void start_points();
  enum class Sends : std::uint8_t { nothing, freely, in_lots };  ///< to others; what only ships complete can block
  void set_initial(std::uint32_t point, Sends sends);
  void start(std::uint32_t point);

  // replication.cpp: the loop and the instant
  void order_the_day();
  void handle(const Event& event);
  void schedule(EventKind kind, Time tick, std::uint32_t rank, std::uint64_t number, std::uint32_t id);
  void want(EventKind kind, Time tick, std::uint32_t rank, std::uint32_t point);
  /// Demand up to this tick (exclusive) is over at the current instant.
  Time demand_limit() const { return Step::half(now_.step) == 0 ? now_.tick : now_.tick + 1; }

  // pull.cpp: customers and deadlines of one point, up to a tick
  void pull(std::uint32_t point, Time limit);
  void touch(std::uint32_t point) {
    const PointState& p = s_.points[point];
    const Time limit = demand_limit();
    if (!p.pulled_alone || p.next_arrival < limit || p.next_deadline < limit) pull(point, limit);
  }
  void pull_customers(std::uint32_t point, Time limit);
  Quantity pull_one_stream(std::uint32_t point, Time limit, Quantity most = unlimited);
  void next_customer(std::uint32_t point, Time at);
  void roll_bucket(std::uint32_t point, Time at);
  void count_demand(std::uint32_t point, Quantity units, Time at);
  void add_deadline(PointState& p, const Deadline& deadline);
  Deadline take_deadline(PointState& p);
  void meet_deadline(PointState& p);
  void drop_stale_deadlines(PointState& p);
  void forget_deadlines(PointState& p);

  // serve.cpp: one customer
  using Customer = engine::Customer;
  using Sale = engine::Sale;
  void wait_for_service(std::uint32_t point, const WaitingCustomer& customer, Time at);
  void serve_first_visit(std::uint32_t point, std::uint32_t stream, std::uint64_t number, Quantity units, Time at,
                         std::uint32_t basket);
  void serve_customer(const Customer& customer, Quantity units);
  bool in_cohort(const Customer& customer) const;
  OrderFacts& facts_of(const Customer& customer);
  void count_at_once(const Customer& customer, Quantity units);
  Sale sell(const Customer& customer, Quantity units);
  Quantity sellable_to(const Customer& customer) const;
  void ship_at_once(const Customer& customer, Quantity units);
  Time eta_for(const Customer& customer, Quantity units) const;
  void enqueue_customer(const Customer& customer, Quantity units, Time promise, bool in_full);
  std::uint32_t begin_to_wait(const Customer& customer, Quantity units, Time promise, bool in_full, Fact fact);
  void begin_patience(const Customer& customer, std::uint32_t slot);
  void lose(const Customer& customer, Quantity units, Fact fact);
  Quantity units_ahead(const PointState& p, unsigned queue) const;
  /// Those of its classes, and the one before them where old orders have it.
  unsigned queues_of(std::uint32_t point) const {
    return s_.points[point].first_class + b_.rules(b_.points[point]).queues;
  }

  // records.cpp: stock that vanishes unseen, and counts
  Address address_of(std::uint32_t point, Purpose why, std::uint64_t nth) const;
  void set_records(std::uint32_t point, Sends sends);
  Wide next_exposure(std::uint32_t point, RecordState& record) const;
  void stock_moved(std::uint32_t point, Quantity old_hand, Quantity old_record, Time at);
  void pull_with_losses(std::uint32_t point, Time limit);
  Time next_within(std::uint32_t point) const;
  void live_through(std::uint32_t point, Time at);
  void lose_stock(std::uint32_t point, Time at);
  bool shrinks_on_shelf(std::uint32_t point) const;
  void call_for_count(std::uint32_t point, Time at);
  void plan_count(std::uint32_t point, Time last);
  void record_fell(std::uint32_t point, Quantity before, Time at);
  void on_count(std::uint32_t point, bool by_plan);
  void record_acted_upon(std::uint32_t point);

  // posting.cpp: what the record is told, and when
  void plan_sales_posting(std::uint32_t point, Time from);
  Quantity scanned(const Customer& customer, Quantity units);
  void hand_over(std::uint32_t point, Quantity units, Quantity posted, Time at);
  void come_in(std::uint32_t slot);
  void post_receipt(std::uint32_t slot, Quantity here, Quantity posted, Time at);
  bool post_receipts(std::uint32_t point, Time due, Time at);
  bool post_sales(std::uint32_t point, Time at);
  void post_everything(std::uint32_t point, Time at);
  void on_posting(std::uint32_t point, bool of_sales);

  // groups.cpp: points that are pulled as one
  void reset_groups();
  const PulledGroup* group_of(std::uint32_t point) const;
  void pull_together(const PulledGroup& group, Time limit);
  void catch_up_together(const PulledGroup& group);

  // look_alikes.cpp: goods that are taken for one another
  void reset_look_alikes();
  const LookAlikes* look_alikes_of(std::uint32_t point) const;
  Quantity mispicked(const Customer& customer, Quantity units);

  // publish.cpp: channels that sell from copies of what is available
  bool publishes(std::uint32_t stream) const { return b_.rules(b_.streams[stream]).publish_every > 0; }
  std::uint32_t channel_of(std::uint32_t stream) const;
  Quantity available_to_sell(std::uint32_t stream) const;
  Time next_copy(std::uint32_t point) const;
  void publish(std::uint32_t stream, Time at, Time seen);
  void publish_first(std::uint32_t point);
  void publish_next(std::uint32_t point, Time at);

  // misplaced.cpp: stock that is there and cannot be found
  void set_hidden(std::uint32_t point);
  Wide next_exposure(std::uint32_t point, HiddenStock& hidden) const;
  Time next_search(std::uint32_t point) const;
  void findable_changed(std::uint32_t point, Quantity before, Quantity now, Time at);
  void hide_or_find(std::uint32_t point, Time at);
  void misplace(std::uint32_t point, Time at);
  void hide(std::uint32_t point, Quantity units, Time at);
  void find_by_count(std::uint32_t point, Draws& draws);

  // information.cpp: planners who see old data
  void reset_information();
  void set_information(std::uint32_t point);
  bool review_turn_has_come(std::uint32_t point, Time at) const;
  void catch_up(std::uint32_t point);
  Time next_catch(std::uint32_t point) const;
  void catch_up_once(std::uint32_t point);
  void schedule_refresh(std::uint32_t point, Time from);
  bool frozen(std::uint32_t point) const;
  void freeze(std::uint32_t point);
  void unfreeze(std::uint32_t point);
  PlannerView view_of_planner(std::uint32_t point);

  // levels.hpp: forecasts and policies that only some stock points have
  ForecastState* forecast_at(std::uint32_t point);
  LevelState* level_at(std::uint32_t point);
  const Policy& policy_of(std::uint32_t point) const;

  // quote.cpp
  Time quote(const Customer& customer, unsigned queue, Quantity units, bool review_is_over) const;
  /// Whether customers come after the reviews of their instant.
  bool review_is_over() const { return review_before_demand_ || (serve_is_named_ && review_before_serve_); }
  Time beyond_announced(std::uint32_t point, Quantity units, Time at, Time not_yet) const;
  void inbound_add(std::uint32_t point, Time date, Supply kind, std::uint32_t slot, Quantity units);
  void inbound_raise(std::uint32_t point, Time date, Supply kind, std::uint32_t slot, Quantity units);
  void inbound_take(std::uint32_t point, Time date, Supply kind, std::uint32_t slot, Quantity units);

  // allocate.cpp
  void allocate(std::uint32_t point, Time at);
  void ship_to_customer(std::uint32_t slot, Quantity units, Time at);
  void count_shipped(std::uint32_t slot, Quantity units, Time at, Time out);
  void cancel(std::uint32_t slot, Time at);
  void unlink(std::uint32_t slot);
  void take_out(std::uint32_t slot);
  void append(std::uint32_t slot);
  void want_dispatch(std::uint32_t point);

  // dispatch.cpp
  void on_dispatch(std::uint32_t point);
  Quantity dispatch_shares(std::uint32_t point, const engine::Sharers& sharers, Quantity left);
  void dispatch_unless_held(std::uint32_t slot, Quantity units);
  void dispatch_entry(std::uint32_t slot, Quantity units);
  void take_for_internal(Entry& entry, Quantity units);
  Quantity startable(std::uint32_t entry, Quantity most);
  Quantity available_to(std::uint32_t slot) const;
  void issue_kits(std::uint32_t order, Quantity kits);
  void ship(std::uint32_t order_slot, Quantity units);
  void ship_one(std::uint32_t order_slot, Quantity units);
  void transport(std::uint32_t slot, std::uint64_t number, std::uint64_t nth);
  void leave_transit(std::uint32_t link, Quantity units);
  void on_receipt(std::uint32_t slot);
  void take_in(std::uint32_t slot);
  void on_serve(std::uint32_t point);

  // orders.cpp
  void on_review(std::uint32_t point);
  void place_order(std::uint32_t point, Quantity units, bool joins);
  void place_over(std::uint32_t point, std::uint32_t link, Quantity units, bool joins = false);
  std::uint32_t choose_source(std::uint32_t point, Quantity units);
  void on_order_received(std::uint32_t slot);
  std::uint32_t enqueue_internal(std::uint32_t sender, std::uint32_t order, std::uint32_t component, unsigned queue,
                                 Quantity units, bool complete_only);
  void finish_order(std::uint32_t slot);
  void on_withdraw(std::uint32_t point);
  Quantity withdraw_undispatched(std::uint32_t slot, Quantity most);
  Quantity withdraw_in_production(std::uint32_t slot, Quantity most);
  Quantity withdraw_jobs(std::uint32_t slot, Quantity most, bool started);
  void book_withdrawal(std::uint32_t slot, Quantity units);
  void reduce_internal(std::uint32_t slot, Quantity units);

  // production.cpp
  void start_job(std::uint32_t resource, std::uint32_t order, Quantity units);
  void fill_lines(std::uint32_t resource);
  void run_job(std::uint32_t slot);
  void on_production_done(std::uint32_t slot);
  void on_made(std::uint32_t slot);
  Quantity good_units(const Job& job) const;
  void lose_yield(std::uint32_t slot, Quantity units);
  void unqueue_job(std::uint32_t slot);
  void remember_job(std::uint32_t slot);
  void forget_job(std::uint32_t slot);
  void receive_made(std::uint32_t slot);

  // port.cpp: vessels at ports
  void reset_ports();
  void start_ports();
  void schedule_convoy(std::uint32_t port, std::uint64_t convoy);
  void change_port(std::uint32_t port, Quantity waiting, Quantity busy);
  void on_convoy(std::uint32_t port);
  void arrive(std::uint32_t slot);
  void join(Line& line, std::uint32_t slot);
  void leave(Line& line, std::uint32_t slot);
  void discharge(std::uint32_t slot);
  void divert(std::uint32_t slot);
  void leave_anchorage(std::uint32_t slot);
  bool has_free_berth(std::uint32_t port) const;
  Time work_before(std::uint32_t port) const;
  void berth_waiting(std::uint32_t port);
  Time handling_of(const Vessel& vessel) const;
  void on_port_leave(std::uint32_t slot);
  void on_berth_done(std::uint32_t slot);
  void unload(std::uint32_t port);
  void on_yard_out(std::uint32_t slot);
  static PortFacts opened(const PortState& port);
  void open_ports();
  void close_ports();

  // sailing.cpp: lanes with a route
  const PortPlan* port_of(const RoutePlan& route) const;
  std::int64_t next_sailing(std::uint32_t route) const;
  Time announced_way(std::uint32_t route, Quantity units) const;
  Time announced_by(std::uint32_t route, Quantity units) const;
  void announce(const Cargo& cargo, Time date);
  void announce(std::uint32_t vessel, Time after);
  void send(const Cargo& cargo);
  void schedule_sailing(std::uint32_t route);
  void on_sailing(std::uint32_t index);
  Cargo take_part(Cargo& waiting, Quantity units);
  void set_sail(std::uint32_t index, std::int64_t sailing, Vessel& vessel);

  // sea.cpp: the sea leg, and lanes that are closed at sea
  Time sea_leg(std::uint32_t route, std::uint64_t who, std::uint64_t nth) const;
  bool can_close_at_sea(std::uint32_t route) const;
  void put_to_sea(std::uint32_t route, std::uint32_t slot, std::uint64_t number, Time sea);
  void want_landfall(std::uint32_t route, const AtSea& leg);
  bool has_crossed(std::uint32_t route, std::uint32_t slot);
  void on_port_arrival(std::uint32_t slot);
  void stop_at_sea(std::uint32_t route);
  void resume_at_sea(std::uint32_t route);
  void put_off(const Cargo& cargo, Time span);

  // causes.cpp: spells, and what is in force
  void reset_causes();
  void want_spell(std::uint32_t cause);
  void on_spell_begin(std::uint32_t cause);
  void on_spell_end(std::uint32_t cause);
  void before_change(const EffectPlan& effect);
  void begin_effect(const EffectPlan& effect);
  void end_effect(const EffectPlan& effect);
  void scrap(const EffectPlan& effect);
  int in_force(std::uint32_t link, EffectKind kind) const;
  int count_in_force(const std::vector<std::uint32_t>& list, EffectKind kind) const;
  bool production_stopped(std::uint32_t resource) const;
  double factor_of(const std::vector<std::uint32_t>& list, EffectKind kind) const;
  Time delayed(std::uint32_t link, Time span, bool announced) const;
  Time delayed_at_sea(std::uint32_t route, Time span, bool announced) const;
  Time with_delays(const std::vector<std::uint32_t>& list, EffectKind kind, Time span, bool announced) const;
  bool refused(std::uint32_t point) const;
  std::uint64_t active_between(Time from, Time until) const;
  void close_causes();

  // thresholds.cpp
  void want_look(std::uint32_t cause, Time from);
  void on_look(std::uint32_t cause);
  Quantity watched_sum(std::uint32_t cause);

  // port_causes.cpp
  double speed_of_port(std::uint32_t port) const;
  Quantity berths_lost(std::uint32_t port) const;
  void on_port_changes(std::uint32_t port);
  void handle_on(std::uint32_t slot, Time work);

  // standstill.cpp: closed lanes, stopped production
  void stop_lane(std::uint32_t link);
  void resume_lane(std::uint32_t link);
  Time lane_clock(std::uint32_t link) const;
  bool closable(std::uint32_t link) const;
  bool arrives_now(std::uint32_t slot);
  void stop_production(std::uint32_t resource, bool progress_is_lost);
  void resume_production(std::uint32_t resource);
  void start_work(std::uint32_t slot, Time span, bool on_line);
  void want_progress(const Running& running);
  bool work_is_over(std::uint32_t slot);

  // supplier.cpp: external suppliers
  void supplier_receives(std::uint32_t slot, Quantity units);
  void supplier_starts(std::uint32_t slot, Quantity units);
  void send(std::uint32_t slot, Quantity units);
  void park(std::uint32_t slot, Quantity units, Fate fate, Time told_after);
  void release_parcels(std::uint32_t link, Fate fate);
  void on_supply_cancelled(std::uint32_t link);
  /// Units that a shipment lacks.
  using Missing = engine::Missing;
  Missing missing_units(std::uint32_t link, Quantity units);
  void come_short(std::uint32_t slot, const Missing& missing);
  Quantity withdraw_parked(std::uint32_t slot, Quantity most);

  // wake.cpp
  void arm(std::uint32_t point);
  void arm_deadline(std::uint32_t point);
  void on_wake(std::uint32_t point);
  bool below_wake_level(std::uint32_t point) const;
  void want_own_review_if_below(std::uint32_t point);
  void want_review_if_below(std::uint32_t point);
  void supply_is_free(std::uint32_t point);
  Quantity own_units_left(std::uint32_t point, bool& sure) const;
  void wake_at(std::uint32_t point, Time at, Quantity units);
  Time look_ahead(std::uint32_t point, Quantity units, Quantity& before, Time until) const;
  Time next_short(std::uint32_t point) const;
  Quantity most_taken(std::uint32_t point, bool& may_drop) const;

  // window.cpp: barriers, samples, books
  void on_barrier();
  void on_sample();
  void open_window();
  void report_open_orders(const PointState& p);
  void close_window();
  void close_point(std::uint32_t point);
  void pull_all(Time limit);
  void settle_shortage(PointState& p, Time at);
  void note_shortage(PointState& p, Quantity units, Time at);
  void complete_cycle(std::uint32_t point, bool at_receipt);
  void order_facts_at_end();
  void stays_open(std::uint32_t slot);
  Quantity to_come(std::uint32_t point) const;
  void check_books();
  const char* broken_law_of(std::uint32_t point);
  const char* broken_law_of_queues(std::uint32_t point) const;
  const char* broken_law_of_supply(std::uint32_t point) const;
  Record make_record();

  // inline helpers on the levels
  void move_stock(std::uint32_t point, Quantity hand, Quantity record, Time at);
  void require_caught_up(std::uint32_t point, Time at) const;
  void change_on_order(std::uint32_t point, Quantity change);
  void change_backlog(std::uint32_t point, Quantity change, bool customers, Time at);
  Quantity findable(std::uint32_t point) const;
  Quantity allocatable(std::uint32_t point) const;
  Quantity waiting_units(std::uint32_t point) const { return serve_is_named_ ? s_.side.waiting[point].units : 0; }
  Quantity position(std::uint32_t point) const;
  OrderFacts& facts_at_arrival(std::uint32_t stream) { return stage_ == Stage::drain ? junk_ : s_.order_facts[stream]; }
  void leave_cohort(bool cohort, Quantity units, Time at);
  OrderFacts& facts_of(const Entry& entry) { return entry.cohort ? s_.order_facts[entry.stream] : junk_; }
  /// The facts of the window, of which the drain tells no more.
  std::vector<StockFacts>& closed_points() { return b_.drain > 0 ? closed_points_ : s_.stock_facts; }
  std::vector<LinkFacts>& closed_links() { return b_.drain > 0 ? closed_links_ : s_.link_facts; }
  std::vector<ShelfFacts>& closed_shelves() { return b_.drain > 0 ? closed_shelves_ : s_.shelf_facts; }
  std::vector<LossFacts>& closed_losses() { return b_.drain > 0 ? closed_losses_ : s_.loss_facts; }
  std::vector<ErrorFacts>& closed_errors() { return b_.drain > 0 ? closed_errors_ : s_.error_facts; }
  ExtraFacts& closed_extra(std::uint32_t point) { return (b_.drain > 0 ? closed_extra_ : s_.extra_facts)[point]; }
  bool in_window() const { return stage_ == Stage::window; }

  // ledger.cpp
  /// Whether who comes now gets a row.
  bool writes_orders() const { return sink_ != nullptr && in_window(); }
  std::uint32_t open_row(std::uint32_t stream, std::uint64_t number, Quantity units, Time at);
  void close_row(std::uint32_t slot, Outcome outcome, Time at);
  void flush_orders();
  void flush_rows();
};

}  // namespace restock

#include "engine/levels.hpp"
