#include "output/schema.hpp"

#include "output/drawn_network.hpp"

#include <utility>

namespace restock {

namespace {

using enum Kind;

std::vector<Variable> axis(const std::string& group, const std::string& name, When when = When::always) {
  if (name == "alternative")
    return {{group, name, text, name, "", "policy variant; base is the scenario as written", when}};
  if (name == "replication") return {{group, name, i32, name, "", "replication, from 0", when}};
  if (name == "site") return {{group, name, text, name, "", "site", when}};
  return {{group, name, i32, name, "", "stock point, from 0", when},
          {group, name + "_site", i32, name, "", "its site: place on the axis site", when},
          {group, name + "_product", i32, name, "", "its product: place on the axis product", when}};
}

void append(std::vector<Variable>& all, std::vector<Variable> more) {
  for (Variable& variable : more) all.push_back(std::move(variable));
}

void metrics_over(std::vector<Variable>& all, const std::string& prefix, const std::string& axes, When when) {
  for (const Metric& metric : metrics())
    all.push_back({"", prefix + std::string(metric.name), f64, axes, std::string(metric.unit),
                   std::string(metric.long_name), when, std::string(to_text(metric.better))});
}

void root(std::vector<Variable>& all) {
  append(all, axis("", "alternative"));
  append(all, axis("", "replication"));
  append(all, axis("", "site"));
  all.push_back({"", "product", text, "product", "", "product"});
  append(all, axis("", "stock_point"));
  all.push_back({"",
                 "present",
                 i8,
                 "alternative replication",
                 "",
                 "whether the replication was run",
                 When::always,
                 {},
                 {"absent", "present"}});
  all.push_back({"", "fingerprint", u64, "alternative replication", "", "hash of everything that happened"});
  metrics_over(all, "", "alternative replication", When::always);
  metrics_over(all, "site_", "alternative replication site", When::site);
  metrics_over(all, "stock_point_", "alternative replication stock_point", When::stock_point);
}

void summary(std::vector<Variable>& all) {
  append(all, axis("summary", "alternative"));
  all.push_back({"summary", "metric", text, "metric", "", "name of the metric"});
  all.push_back({"summary", "probability", f64, "probability", "1", "probability of a quantile"});
  all.push_back({"summary", "unit", text, "metric", "", "unit of the metric"});
  const std::string cells = "alternative metric";
  all.push_back({"summary", "n", i32, cells, "", "replications in which the metric is defined"});
  all.push_back({"summary", "mean", f64, cells, "", "mean over replications"});
  all.push_back({"summary", "std", f64, cells, "", "sample standard deviation over replications"});
  all.push_back({"summary", "ci_lo", f64, cells, "", "lower end of the 95 % confidence interval of the mean"});
  all.push_back({"summary", "ci_hi", f64, cells, "", "upper end of the 95 % confidence interval of the mean"});
  all.push_back({"summary", "quantile", f64, "alternative metric probability", "", "quantile over replications"});
}

void segments(std::vector<Variable>& all) {
  append(all, axis("outcomes", "alternative"));
  append(all, axis("outcomes", "replication"));
  all.push_back({"outcomes", "segment", text, "segment", "",
                 "demand entry (a class of customers), or entry/surge: those whom a surge brought"});
  all.push_back({"outcomes", "outcome", text, "outcome", "", "what became of a unit; outcomes add up to demand"});
  const std::string cells = "alternative replication segment";
  all.push_back({"outcomes", "units", i64, cells + " outcome", "units", "units of demand by outcome"});
  all.push_back({"outcomes", "orders", i64, cells, "orders", "customer orders"});
  all.push_back({"outcomes", "demand", i64, cells, "units", "units ordered"});
  all.push_back({"outcomes", "backordered", i64, cells, "units", "units that ever entered the queue"});
  all.push_back({"outcomes", "oversold", i64, cells, "units", "units sold on the record that were not there"});
  all.push_back(
      {"outcomes", "promised", i64, cells, "units", "units whose first promise fell due, or that ended after it"});
  all.push_back({"outcomes", "promise_kept", i64, cells, "units", "the part of them shipped by the first promise"});
  all.push_back({"outcomes", "wait", f64, cells, "units d", "sum over units shipped from backorder of their waits"});
}

void waits(std::vector<Variable>& all) {
  append(all, axis("waits", "alternative"));
  all.push_back({"waits", "segment", text, "segment", "", "demand entry, or entry/surge, as in /outcomes"});
  all.push_back({"waits", "reason", text, "reason", "", "why somebody left who waited"});
  all.push_back({"waits", "bin", f64, "bin", "d", "middle of the bin"});
  all.push_back({"waits", "bin_from", f64, "bin", "d", "lower end of the bin, inclusive"});
  all.push_back({"waits", "bin_to", f64, "bin", "d", "upper end of the bin, exclusive"});
  all.push_back({"waits", "units", i64, "alternative bin", "units",
                 "units shipped from backorder by their wait, all replications together"});
  all.push_back({"waits", "segment_units", i64, "alternative segment bin", "units", "the same, by demand entry"});
  all.push_back({"waits", "late", i64, "alternative bin", "units",
                 "those of them that came after their first promise, by how late they were"});
  all.push_back({"waits", "early", i64, "alternative bin", "units",
                 "those of them that came by their first promise, by how early they were"});
  all.push_back({"waits", "cancelled", i64, "alternative bin", "units",
                 "units that were cancelled, by the time they had waited"});
  all.push_back({"waits", "cancelled_for", i64, "alternative reason bin", "units", "the same, by reason"});
}

void series(std::vector<Variable>& all) {
  const When when = When::series;
  append(all, axis("timeseries", "alternative", when));
  all.push_back({"timeseries", "time", f64, "time", "days since start", "sampling instant", when});
  append(all, axis("timeseries", "site", When::series_by_site));
  append(all, axis("timeseries", "stock_point", When::series_by_point));
  for (const auto& [name, what] : {std::pair{"on_hand", "physical stock"}, std::pair{"on_record", "stock on record"},
                                   std::pair{"on_order", "units ordered and not yet received"},
                                   std::pair{"backlog", "accepted, unshipped units"}}) {
    all.push_back({"timeseries", name, f64, "alternative time group", "units",
                   std::string(what) + ", mean over replications", when});
    all.push_back({"timeseries", std::string(name) + "_half_width", f64, "alternative time", "units",
                   std::string(what) + " of the whole network: half-width of the 95 % interval of the mean", when});
  }
  all.push_back({"timeseries", "forecast", f64, "alternative time group", "units per day",
                 "demand that planners foresee for the bucket under way, mean over replications", when});
  for (const auto& [name, what] :
       {std::pair{"reorder_point", "reorder points s"}, std::pair{"order_up_to", "order-up-to levels S"},
        std::pair{"order_quantity", "lots Q"}})
    all.push_back({"timeseries", name, f64, "alternative time group", "units",
                   std::string(what) + " of policies, mean over replications", when});
  all.push_back({"timeseries", "port", text, "port", "", "port: a site", When::series_of_ports});
  all.push_back({"timeseries", "port_queue", f64, "alternative time port", "vessels",
                 "vessels at anchor, mean over replications", When::series_of_ports});
  all.push_back({"timeseries", "disruption", text, "disruption", "", "disruption", When::series_of_disruptions});
  all.push_back({"timeseries", "disruption_level", f64, "alternative time disruption", "1",
                 "how severe: 0 not active, 1 active, above where it has levels; mean over replications",
                 When::series_of_disruptions});
}

void disruptions(std::vector<Variable>& all) {
  const When when = When::disruptions;
  append(all, axis("disruptions", "alternative", when));
  append(all, axis("disruptions", "replication", when));
  all.push_back({"disruptions", "disruption", text, "disruption", "",
                 "disruption, `downtime of` a site, or `surge` entry/name", when});
  const std::string cells = "alternative replication disruption";
  all.push_back({"disruptions", "active", f64, cells, "1",
                 "share of the window in which it was active; NaN: the alternative does not have it", when});
  all.push_back({"disruptions", "spells", f64, cells, "1", "spells that began in the window", when});
}

void network(std::vector<Variable>& all) {
  const auto column = [&all](const char* name, Kind kind, const char* axis_name, const char* long_name) {
    all.push_back({"network", name, kind, axis_name, "", long_name});
  };
  column("box", text, "box", "what is drawn: a site, or sites alike as one");
  column("box_detail", text, "box", "what it holds or supplies");
  all.push_back({"network",
                 "box_kind",
                 i8,
                 "box",
                 "",
                 "kind of site",
                 When::always,
                 {},
                 {drawn_kinds.begin(), drawn_kinds.end()}});
  column("box_column", i32, "box", "its column in the picture, suppliers first");
  column("box_row", f64, "box", "its row in the picture");
  column("arrow", i32, "arrow", "lanes between two boxes, from 0");
  column("arrow_from", i32, "arrow", "place on the axis box");
  column("arrow_to", i32, "arrow", "place on the axis box");
  column("arrow_time", text, "arrow", "mean transit time of its lanes");
  column("drawn_site", i32, "drawn_site", "site that is drawn, from 0");
  column("drawn_site_site", i32, "drawn_site", "place on the axis site");
  column("drawn_site_box", i32, "drawn_site", "place on the axis box");
}

void attributions(std::vector<Variable>& all) {
  const auto add = [&all](const char* name, Kind kind, const char* axes, const char* long_name) {
    all.push_back({"attribution", name, kind, axes, "", long_name, When::attribution});
  };
  add("cause", text, "cause", "cause, or causes that are switched off together");
  add("cause_off", text, "cause", "the patches that switch it off");
  add("attributed", text, "attributed", "outcome that is put down to causes");
  add("attributed_unit", text, "attributed", "its unit");
  add("replication", i32, "replication", "replication, from 0");
  add("pair", i32, "pair", "two causes, from 0");
  add("pair_first", i32, "pair", "place on the axis cause");
  add("pair_second", i32, "pair", "place on the axis cause");
  add("total", f64, "attributed replication", "the outcome with all causes");
  add("base", f64, "attributed replication", "with none of them: what ordinary randomness leaves");
  add("share", f64, "attributed cause replication",
      "Shapley value of a cause, negative where it prevents; base + all shares = total");
  add("alone", f64, "attributed cause replication", "what goes when this cause alone is switched off");
  add("interaction", f64, "attributed pair replication",
      "by how much two causes do more together than each by itself; NaN in replications that drew no such order");
}

void inputs(std::vector<Variable>& all) {
  const When when = When::inputs;
  append(all, axis("inputs", "alternative", when));
  append(all, axis("inputs", "replication", when));
  all.push_back({"inputs", "metric", text, "metric", "", "name of the metric", when});
  all.push_back({"inputs", "unit", text, "metric", "", "unit of the metric", when});
  all.push_back({"inputs", "input", text, "input", "", "what was resampled: the path of a law, or a trace", when});
  all.push_back({"inputs", "observations", i64, "input", "", "how many observations there were", when});
  all.push_back({"inputs", "observed", i8, "input", "", "what they are", when, {}, {"values", "blocks"}});
  all.push_back({"inputs", "resample", i32, "replication", "", "resample of the inputs it ran with", when});
  const auto spread = [&](const char* name, const char* long_name) {
    all.push_back({"inputs", name, f64, "alternative metric", "", long_name, when});
  };
  spread("input_std", "standard deviation of the metric's mean between resamples: input uncertainty");
  spread("simulation_std", "standard deviation of replications within a resample: simulation uncertainty");
  spread("input_share", "share of the first in the variance of a replication");
  spread("mean_lo", "lower end of the interval that 95 % of the resamples' means lie in");
  spread("mean_hi", "its upper end");
  spread("one_lo", "lower end of the interval that 95 % of replications lie in, whatever their resample");
  spread("one_hi", "its upper end");
}

/// What adds a column to a ledger, whose rows are the axis.
auto columns_of(std::vector<Variable>& all, const char* group, const char* rows) {
  return [&all, group, rows](const char* name, Kind kind, const char* unit, const char* long_name,
                             std::vector<std::string_view> flags = {}) {
    all.push_back({group, name, kind, rows, unit, long_name, When::orders, {}, std::move(flags)});
  };
}

void order_ledger(std::vector<Variable>& all) {
  const auto order = columns_of(all, "orders", "order");
  order("order", i64, "", "row, from 0");
  order("alternative", i32, "", "place on the axis alternative");
  order("replication", i32, "", "replication, from 0");
  order("stock_point", i32, "", "place on the axis stock_point");
  order("segment", i32, "", "place on the axis segment of /outcomes");
  order("number", i64, "", "the customer's number within the demand stream, from 0");
  order("ordered", f64, "days since start", "instant of the order");
  order("promised", f64, "days since start", "first quoted ship date; NaN: none was quoted");
  order("ended", f64, "days since start", "last unit shipped, lost or cancelled; NaN: open at the end");
  order("units", i64, "units", "units ordered");
  order("filled", i64, "units", "units shipped at once");
  order("backordered", i64, "units", "units that entered the queue");
  order("oversold", i64, "units", "units sold on the record that were not there");
  order("shipped", i64, "units", "units shipped after waiting");
  order("sold_later", i64, "units", "units sold from stock at a later visit");
  order("lost", i64, "units", "units lost");
  order("cancelled", i64, "units", "units cancelled");
  order("outcome", i8, "", "how the last unit ended", {outcome_names.begin(), outcome_names.end()});
  order(
      "disruptions", i64, "",
      "disruptions that were active between its arrival and its end; bit by bit, as flag_masks and flag_meanings say");
  all.back().masks = true;
}

void replenishment_ledger(std::vector<Variable>& all) {
  const auto supply = columns_of(all, "replenishments", "replenishment");
  supply("replenishment", i64, "", "row, from 0");
  supply("alternative", i32, "", "place on the axis alternative");
  supply("replication", i32, "", "replication, from 0");
  supply("stock_point", i32, "", "the receiver: place on the axis stock_point");
  supply("lane", i32, "", "place on the axis lane of /lanes; -1: made here");
  supply("placed", f64, "days since start", "instant of the order");
  supply("completed", f64, "days since start", "receipt of its last unit; NaN: still open");
  supply("units", i64, "units", "units ordered");
  supply("received", i64, "units", "units received");
  supply("cancelled", i64, "units", "units withdrawn");
  supply("lost", i64, "units", "units that came out bad in production");
  supply("disruptions", i64, "", "disruptions that were active between placing and completion; bits as in /orders");
  all.back().masks = true;
}

void promise_ledger(std::vector<Variable>& all) {
  const auto promise = columns_of(all, "promises", "promise");
  promise("promise", i64, "", "row, from 0");
  promise("alternative", i32, "", "place on the axis alternative");
  promise("replication", i32, "", "replication, from 0");
  promise("stock_point", i32, "", "place on the axis stock_point");
  promise("segment", i32, "", "place on the axis segment of /outcomes");
  promise("number", i64, "", "the customer's number, as in /orders");
  promise("told", f64, "days since start", "when he was told");
  promise("date", f64, "days since start", "the date that he was told; NaN: that there is none");
  promise("first", i8, "", "1: the quote when he joined the queue; 0: news while he waited");
}

void ledgers(std::vector<Variable>& all) {
  const When when = When::orders;
  order_ledger(all);
  replenishment_ledger(all);
  promise_ledger(all);
  for (const char* group : {"orders_index", "replenishments_index", "promises_index"}) {
    append(all, axis(group, "alternative", when));
    append(all, axis(group, "replication", when));
    all.push_back({group, "row_start", i64, "alternative replication", "", "first row of the cell", when});
    all.push_back({group, "row_count", i64, "alternative replication", "", "its number of rows", when});
  }
  all.push_back({"lanes", "lane", text, "lane", "", "lane", when});
}

std::vector<Variable> make_table() {
  std::vector<Variable> all;
  root(all);
  summary(all);
  segments(all);
  waits(all);
  series(all);
  disruptions(all);
  network(all);
  attributions(all);
  inputs(all);
  ledgers(all);
  all.push_back({"run", "scenario_text", text, "", "", "the scenario as resolved, defaults filled in"});
  return all;
}

}  // namespace

const std::vector<Variable>& result_schema_table() {
  static const std::vector<Variable> table = make_table();
  return table;
}

}  // namespace restock
