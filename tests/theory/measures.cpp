#include "theory/measures.hpp"

#include "core/contract.hpp"
#include "measure/kpi.hpp"

namespace restock::theory {

namespace {

bool matches(const Run& run, PointId point, const Place& where) {
  const std::string& site = run.labels.sites[run.layout.point_site[point.index()].index()];
  if (where.ends_with('*')) return site.starts_with(std::string_view(where).substr(0, where.size() - 1));
  return where.find('/') == Place::npos ? site == where : run.labels.point(run.layout, point) == where;
}

std::vector<std::size_t> points_at(const Run& run, const Place& where) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < run.points.size(); ++i)
    if (matches(run, PointId(static_cast<std::uint32_t>(i)), where)) found.push_back(i);
  require(!found.empty(), "a known answer asks for a stock point that is not there");
  return found;
}

double mean_level(const Run& run, std::size_t from, std::size_t to, const std::function<double(const Sample&)>& of,
                  const Place& where) {
  const std::size_t groups = run.points.size();
  const auto points = points_at(run, where);
  double sum = 0.0;
  for (std::size_t instant = from; instant < to; ++instant)
    for (const std::size_t point : points) sum += of(run.record.series[instant * groups + point]);
  return sum / static_cast<double>((to - from) * points.size());
}

}  // namespace

Ledger ledger_at(const Run& run, const Place& where) {
  if (where == everywhere) return run.network;
  const auto points = points_at(run, where);
  Ledger sum = run.points[points.front()];
  for (std::size_t i = 1; i < points.size(); ++i) sum += run.points[points[i]];
  return sum;
}

Measure kpi(std::string_view name, Place where) {
  const auto index = metric_index(name);
  require(index.has_value(), "a known answer asks for a KPI that is not there");
  return fact(metrics()[*index].of, std::move(where));
}

Measure fact(std::function<double(const Ledger&)> of, Place where) {
  return {[of = std::move(of), where = std::move(where)](const Run& run) { return of(ledger_at(run, where)); }};
}

Measure of_run(std::function<double(const Run&)> of) { return {std::move(of)}; }

Measure sampled(std::function<double(const Sample&)> of, Place where) {
  return {[of = std::move(of), where = std::move(where)](const Run& run) {
    return mean_level(run, 0, run.record.series.size() / run.points.size(), of, where);
  }};
}

Measure sampled_at(std::size_t instant, std::function<double(const Sample&)> of, Place where) {
  return {[instant, of = std::move(of), where = std::move(where)](const Run& run) {
    return mean_level(run, instant, instant + 1, of, where);
  }};
}

Measure order_share(std::function<bool(const OrderRow&)> is, std::function<bool(const OrderRow&)> among) {
  return of_rows([is = std::move(is), among = std::move(among)](const Run& run) {
    double all = 0.0;
    double those = 0.0;
    for (const OrderRow& row : run.orders) {
      if (among && !among(row)) continue;
      all += 1.0;
      if (is(row)) those += 1.0;
    }
    return those / all;
  });
}

Measure of_rows(std::function<double(const Run&)> of) { return {std::move(of), true}; }

Measure operator*(double factor, const Measure& measure) {
  return {[factor, of = measure.of](const Run& run) { return factor * of(run); }, measure.needs_rows};
}
Measure operator+(const Measure& measure, const Measure& other) {
  return {[a = measure.of, b = other.of](const Run& run) { return a(run) + b(run); },
          measure.needs_rows || other.needs_rows};
}
Measure operator+(double constant, const Measure& measure) {
  return {[constant, of = measure.of](const Run& run) { return constant + of(run); }, measure.needs_rows};
}
Measure operator-(double constant, const Measure& measure) { return constant + -1.0 * measure; }

}  // namespace restock::theory
