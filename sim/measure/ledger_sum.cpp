#include "measure/ledger_sum.hpp"

#include <algorithm>

namespace restock {

namespace {

void add_port(Ledger& ledger, const PortFacts& facts, std::int64_t berths) {
  ledger.ports += facts;
  ledger.berths += berths;
}

}  // namespace

LedgerSum::LedgerSum(Time length, std::size_t sites) : sites_(sites), site_waits_(sites) {
  network_.length = length;
  for (Ledger& site : sites_) site.length = length;
}

void LedgerSum::add(const std::vector<Ledger>& points, const Record& record, const Layout& layout) {
  add_points(points, layout);
  add_rest(record, layout);
}

void LedgerSum::add(const Record& record, const Layout& layout, Detail detail) {
  add_points(PointLedgers(record, layout, detail), layout);
  add_rest(record, layout);
}

template <class Points>
void LedgerSum::add_points(const Points& points, const Layout& layout) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::size_t p = layout.order.empty() ? i : layout.order[i];
    const Ledger& point = points[p];
    network_ += point;
    sold_ += static_cast<double>(point.stock.shipped_to_customers) * layout.point_rates[p].value;
    if (!sites_.empty()) sites_[layout.point_site[p].index()] += point;
  }
}

void LedgerSum::add_rest(const Record& record, const Layout& layout) {
  for (std::size_t i = 0; i < record.ports.size(); ++i) {
    add_port(network_, record.ports[i], layout.port_berths[i]);
    if (!sites_.empty()) add_port(sites_[layout.port_site[i].index()], record.ports[i], layout.port_berths[i]);
  }
  network_.money.shipped = sold_;
  add_series(record);
  if (++records_ == 1)
    for (SpanSketch* sketch : {&network_.waits, &network_.late, &network_.early, &network_.left}) sketch->clear();
  const bool by_site = record.waits.size() == sites_.size();
  for (std::size_t group = 0; group < record.waits.size(); ++group) {
    add_sketches(record, group, network_);
    if (by_site) add_sketches(record, group, site_waits_[group]);
  }
}

/// The moments of a sum of series are those of the series that is the sum.
void LedgerSum::add_series(const Record& record) {
  const auto add = [](std::vector<Quantity>& sum, const std::vector<Quantity>& series) {
    sum.resize(std::max(sum.size(), series.size()), 0);
    for (std::size_t i = 0; i < series.size(); ++i) sum[i] += series[i];
  };
  const auto moments = [](const std::vector<Quantity>& series) {
    SeriesMoments of;
    for (const Quantity x : series) of.add(x);
    return of;
  };
  add(ordered_, record.ordered_series);
  add(demanded_, record.demanded_series);
  network_.stock.ordered = records_ == 0 ? record.ordered : moments(ordered_);
  network_.stock.demanded = records_ == 0 ? record.demanded : moments(demanded_);
}

std::vector<Ledger> LedgerSum::sites(Detail detail) const {
  std::vector<Ledger> sites = sites_;
  if (detail != Detail::site) return sites;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    sites[i].waits = site_waits_[i].waits;
    sites[i].late = site_waits_[i].late;
    sites[i].early = site_waits_[i].early;
    sites[i].left = site_waits_[i].left;
  }
  return sites;
}

std::vector<Ledger> site_ledgers(const std::vector<Ledger>& points, const Record& record, const Layout& layout,
                                 Detail detail) {
  LedgerSum sum(layout.length, layout.sites);
  sum.add(points, record, layout);
  return sum.sites(detail);
}

Ledger network_ledger(const std::vector<Ledger>& points, const Record& record, const Layout& layout) {
  LedgerSum sum(layout.length);
  sum.add(points, record, layout);
  return sum.network();
}

}  // namespace restock
