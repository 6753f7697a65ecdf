// The scenario and its tables, as texts.
#include "intake/write_scenario.hpp"

#include "core/time.hpp"
#include "input/scalars.hpp"
#include "input/words.hpp"
#include "input/write_yaml.hpp"
#include "intake/supply_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace restock {

namespace {

/// A cell of a table: quoted where it must be.
std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

double middle_of(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::string instant_text(std::int64_t epoch_us) {
  std::string text = date_text(epoch_us);
  std::replace(text.begin(), text.end(), ' ', 'T');
  return text;
}

std::string day_text(std::int64_t epoch_us) { return date_text(epoch_us).substr(0, 10); }

class ScenarioWriter {
 public:
  ScenarioWriter(const IntakeSettings& settings, const Foreign& found, const SupplyPlan& plan)
      : settings_(settings), found_(found), plan_(plan) {
    for (const PlannedPoint& point : plan_.points)
      if (point.sells) sold_[point.site].push_back(point.product);
  }

  IntakeResult write() {
    IntakeResult result;
    const std::string lanes = lanes_table();  // says whether anything is random
    result.files.emplace_back("scenario.yaml", scenario());
    result.files.emplace_back("products.csv", products_table());
    result.files.emplace_back("sites.csv", sites_table());
    result.files.emplace_back("lanes.csv", lanes);
    if (is_one_entry()) {
      result.files.emplace_back("demand.csv", demand_table(std::nullopt));
    } else {
      for (const auto& [site, products] : sold_) result.files.emplace_back(demand_file(site), demand_table(site));
    }
    result.files.emplace_back("levels.csv", levels_table());
    if (const std::string initial = initial_table(); !initial.empty())
      result.files.emplace_back("initial.csv", initial);
    result.remarks = remarks();
    return result;
  }

 private:
  bool has_stock() const {
    return std::any_of(found_.stock.begin(), found_.stock.end(), [](const auto& each) { return each.second.on_hand; });
  }

  std::string products_table() const {
    std::string text = "name";
    if (!found_.cost.empty()) text += ",cost";
    if (!found_.price.empty()) text += ",price";
    text += "\n";
    const auto money = [](const auto& known, std::size_t product) {
      if (known.empty()) return std::string();
      const auto at = known.find(product);
      return "," + (at == known.end() ? std::string() : number_text(middle_of(at->second)));
    };
    for (const std::size_t product : products_used())
      text += csv_cell(found_.products[product]) + money(found_.cost, product) + money(found_.price, product) + "\n";
    return text;
  }
  std::set<std::size_t> products_used() const {
    std::set<std::size_t> used;
    for (const PlannedPoint& point : plan_.points) used.insert(point.product);
    return used;
  }

  std::string sites_table() const {
    std::map<std::size_t, std::string_view> kinds;
    for (const PlannedPoint& point : plan_.points) kinds.emplace(point.from, "supplier");
    for (const PlannedPoint& point : plan_.points) {
      std::string_view& kind = kinds[point.site];
      if (point.sells) kind = "store";
      if (kind != "store") kind = "warehouse";
    }
    std::string text = "name,kind\n";
    for (const auto& [site, kind] : kinds) text += fmt::format("{},{}\n", csv_cell(plan_.sites[site]), kind);
    return text;
  }

  std::string law_of(const PlannedPoint& point) {
    const SampleShape shape = shape_of(point.days);
    if (point.days.empty()) return duration_text(settings_.lead_time.ticks);
    if (shape.cv < 0.005) return fmt::format("{:.4g} d", shape.mean);
    any_luck_ = true;
    return fmt::format("gamma(mean: {:.4g} d, cv: {:.3g})", shape.mean, shape.cv);
  }
  std::string lanes_table() {
    // Products that come to a site from one place in one way share a lane.
    std::map<std::tuple<std::size_t, std::size_t, std::string>, std::vector<std::size_t>> lanes;
    std::map<std::size_t, std::size_t> at_site;
    for (const PlannedPoint& point : plan_.points) {
      lanes[{point.from, point.site, law_of(point)}].push_back(point.product);
      ++at_site[point.site];
    }
    std::string text = "name,from,to,product,transit\n";
    std::size_t number = 0;
    for (const auto& [key, products] : lanes) {
      const auto& from = std::get<0>(key);  // names of its own: a lambda below takes them along
      const auto& to = std::get<1>(key);
      const auto& law = std::get<2>(key);
      const auto row = [&](std::string_view product) {
        text += fmt::format("way-{},{},{},{},{}\n", ++number, csv_cell(plan_.sites[from]), csv_cell(plan_.sites[to]),
                            csv_cell(product), csv_cell(law));
      };
      if (products.size() == at_site[to]) {
        row("*");
      } else {
        for (const std::size_t product : products) row(found_.products[product]);
      }
    }
    return text;
  }

  /// Whether every site sells everything, so that one entry with one table says it.
  bool is_one_entry() const {
    const std::size_t all = products_used().size();
    return std::all_of(sold_.begin(), sold_.end(), [&](const auto& each) { return each.second.size() == all; });
  }
  static std::string demand_file(std::size_t site) { return fmt::format("demand-{}.csv", site + 1); }
  /// The history, of one site or of all.
  std::string demand_table(std::optional<std::size_t> only) const {
    std::vector<std::pair<std::int64_t, std::string>> lines;
    for (const HistoryLine& line : found_.history) {
      if (only && line.site != *only) continue;
      const bool is_split = line.bucket_us > 0 && settings_.order_size > 0;
      const Quantity size = is_split ? std::min(settings_.order_size, line.units) : line.units;
      const Quantity orders = (line.units + size - 1) / size;
      for (Quantity k = 0; k < orders; ++k) {  // the middle of each part of the bucket
        const std::int64_t at = line.epoch_us + line.bucket_us / orders * k + line.bucket_us / orders / 2;
        const Quantity units = k + 1 < orders ? size : line.units - size * (orders - 1);
        lines.emplace_back(at, fmt::format("{},{},{},{}\n", instant_text(at), csv_cell(plan_.sites[line.site]),
                                           csv_cell(found_.products[line.product]), units));
      }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::string text = "time,site,product,quantity\n";
    for (const auto& [at, line] : lines) text += line;
    return text;
  }

  std::string levels_table() const {
    std::string text = "name,at,product,s,S\n";
    std::size_t number = 0;
    for (const PlannedPoint& point : plan_.points)
      text += fmt::format("level-{},{},{},{},{}\n", ++number, csv_cell(plan_.sites[point.site]),
                          csv_cell(found_.products[point.product]), point.reorder_point, point.order_up_to);
    return text;
  }

  std::string initial_table() const {
    if (!has_stock()) return {};
    std::string text = "name,at,product,on_hand\n";
    std::size_t number = 0;
    for (const PlannedPoint& point : plan_.points)
      if (const auto at = found_.stock.find({point.site, point.product});
          at != found_.stock.end() && at->second.on_hand)
        text += fmt::format("stock-{},{},{},{}\n", ++number, csv_cell(plan_.sites[point.site]),
                            csv_cell(found_.products[point.product]), *at->second.on_hand);
    return text;
  }

  /// One entry for all sites, or one for each with the products that it sells.
  std::string demand_section() const {
    std::string text;
    if (is_one_entry()) {
      text = "  customers:\n    at:\n";
      for (const auto& [site, products] : sold_) text += "      - " + double_quoted(plan_.sites[site]) + "\n";
      return text + "    arrivals: trace(demand.csv)\n";
    }
    for (const auto& [site, products] : sold_) {
      const std::string name = double_quoted(plan_.sites[site]);
      text += fmt::format("  {}:\n    at: {}\n    product:\n", name, name);
      for (const std::size_t product : products) text += "      - " + double_quoted(found_.products[product]) + "\n";
      text += fmt::format("    arrivals: trace({})\n", demand_file(site));
    }
    return text;
  }

  /// What is not known of money, as a sentence; empty when nothing is missing.
  std::string missing_money() const {
    const std::size_t products = products_used().size(), priced = known(found_.price), costed = known(found_.cost);
    const auto some = [products](std::size_t count, const char* what) {
      return count == 0 ? fmt::format("no product has a {}", what)
                        : fmt::format("{} of {} products have no {}", products - count, products, what);
    };
    if (priced == products && costed == products) return {};
    std::string text = priced < products ? some(priced, "price") : "";
    if (costed < products) text += (text.empty() ? "" : ", and ") + some(costed, "cost");
    return text + ": what needs them (" +
           (priced == 0 && costed == 0 ? "all money"
            : costed < products        ? "purchase, holding and total cost, profit"
                                       : "revenue and profit") +
           ") counts them as 0";
  }
  /// Of how many of the products that are used it is known.
  std::size_t known(const std::map<std::size_t, std::vector<double>>& money) const {
    const std::set<std::size_t> used = products_used();
    return static_cast<std::size_t>(
        std::count_if(used.begin(), used.end(), [&money](std::size_t product) { return money.contains(product); }));
  }
  /// Where to put it.
  std::string money_comment() const {
    const std::string missing = missing_money();
    if (missing.empty()) return {};
    std::string text = "# MISSING: " + missing + ".\n# State them in products.csv, in columns";
    text += " `cost` and `price` (name,cost,price)";
    if (found_.cost.empty())
      text +=
          ", and what stock and orders cost here:\n#   costs:\n#     all: { holding: 25 % per y, ordering: 20.00, "
          "backorder: 0.10 per d }";
    else
      text += ".";
    return text + "\n";
  }

  std::int64_t warmup_days() const { return std::min<std::int64_t>(90, plan_.days / 4); }

  std::string scenario() const {
    std::string text = "# Made by restock import.\n#\n";
    for (const char c : "# " + remarks()) text += c == '\n' ? std::string("\n# ") : std::string(1, c);
    text.resize(text.size() - 2);
    text +=
        "#\n# What was sold is not what was asked for: what was not there was not sold. Lines marked ASSUMED are yours "
        "to\n"
        "# change. Then: restock run scenario.yaml\n";
    text += fmt::format("name: {}\n",
                        double_quoted("Import of " + settings_.history.substr(settings_.history.rfind('/') + 1)));
    text += "question: What would the history have met with other levels, or another supply?\n";
    text += fmt::format("start: {}\n", day_text(plan_.first_us + warmup_days() * day));
    text += fmt::format("warmup: {} d\nlength: {} d\n", warmup_days(), plan_.days - warmup_days());
    text += fmt::format(
        "replications: {}  # {}\n", any_luck_ ? 20 : 1,
        any_luck_ ? "lead times are drawn" : "nothing is drawn: demand is the history, lead times are fixed");
    text += "seed: 1\n\nproducts: products.csv\n" + money_comment() +
            "sites: sites.csv\nlanes: lanes.csv\n\ndemand:\n" + demand_section();
    text += "\ncustomers: { backorders: false }  # ASSUMED: who finds nothing goes\n";
    text += "\nreplenishment:\n  - { file: levels.csv, policy: min_max }\n";
    if (has_stock()) text += "\ninitial: initial.csv\n";
    if (!found_.cost.empty())
      text += "\ncosts:\n  all: { holding: 25 % per y }  # ASSUMED: a share of the product's cost\n";
    text += "\nalternatives:\n  may-wait: { customers.backorders: true }\n";
    return text;
  }

  std::string remarks() const {
    std::int64_t units = 0;
    for (const HistoryLine& line : found_.history) units += line.units;
    std::string text = fmt::format("{} lines of demand, {} units of {} products, {} to {} ({} days)\n",
                                   found_.history.size(), units, products_used().size(), day_text(plan_.first_us),
                                   day_text(plan_.first_us + plan_.days * day - 1), plan_.days);
    const auto count = [&text](std::size_t number, std::string_view what) {
      if (number > 0) text += fmt::format("{} {}\n", number, what);
    };
    count(found_.returns_left_out, "lines left out: cancelled, returned, or of no units");
    count(found_.rows_without_time,
          "rows of deliveries without a lead time: a date is missing, or they are in the wrong order");
    count(plan_.ways_not_taken, "second sources of a product left out: the most used one counts");
    count(plan_.sites_without_way, fmt::format("stock points that no table supplies: ASSUMED {} from {}",
                                               duration_text(settings_.lead_time.ticks), plan_.sites.back()));
    std::size_t stated = 0;
    for (const auto& [key, stock] : found_.stock) stated += stock.reorder_point || stock.order_up_to ? 1 : 0;
    count(stated, "stock points with levels of their own table");
    if (stated < plan_.points.size())
      text += fmt::format(
          "levels of {} ASSUMED: the mean demand of lead time + 1 d and 1.645 deviations, up to 14 d more\n",
          stated == 0 ? "all stock points" : "the others");
    if (const std::string missing = missing_money(); !missing.empty())
      text += missing + "; scenario.yaml shows where to state them\n";
    return text;
  }

  const IntakeSettings& settings_;
  const Foreign& found_;
  const SupplyPlan& plan_;
  std::map<std::size_t, std::vector<std::size_t>> sold_;  // by site
  bool any_luck_ = false;
};

/// A header that no table has is a slip, and its column would be looked for by the usual names.
void check_columns(const IntakeSettings& settings, const Foreign& found, Report& report) {
  for (const ColumnName& each : settings.columns) {
    if (found.headers.empty() || found.headers.contains(each.header)) continue;
    report.error(
        {}, Path{},
        {"missing_column", fmt::format("--column {}={}: no table has such a column", to_text(each.column), each.header),
         hint_among(each.header, {found.headers.begin(), found.headers.end()})});
  }
}

}  // namespace

IntakeResult import_scenario(const IntakeSettings& settings, Issues& issues, std::vector<std::string>& names) {
  names = {settings.history, settings.network, settings.stock};
  Report report(issues, names);
  Foreign found;
  read_history(settings, 0, report, found);
  if (!settings.network.empty()) read_ways(settings, 1, report, found);
  if (!settings.stock.empty()) read_stock(settings, 2, report, found);
  check_columns(settings, found, report);
  if (has_errors(issues)) return {};
  const double assumed_days = static_cast<double>(settings.lead_time.ticks) / static_cast<double>(day);
  const SupplyPlan plan = plan_supply(found, assumed_days);
  return ScenarioWriter(settings, found, plan).write();
}

}  // namespace restock
