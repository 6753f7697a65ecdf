// Time series on their way into a result: summed over the replications of an alternative. Used by the writer only.
#pragma once

#include "measure/kpi/kpi.hpp"
#include "output/results.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace restock {

/// Levels summed over replications as integers, so that the order in which cells come does not matter.
struct SeriesSum {
  std::vector<Sample> sum;          ///< [(alternative × samples + sample) × groups + group]
  std::vector<Quantity> ports;      ///< [(alternative × samples + sample) × ports + port]
  std::vector<Quantity> causes;     ///< [(alternative × samples + sample) × disruptions + disruption]
  std::vector<std::int64_t> cells;  ///< by alternative

  void add(const CellResult& cell) {
    const std::size_t offset = cell.alternative * cell.series.size();
    for (std::size_t i = 0; i < cell.series.size(); ++i) {
      Sample& sample = sum[offset + i];
      sample.on_hand += cell.series[i].on_hand;
      sample.on_record += cell.series[i].on_record;
      sample.on_order += cell.series[i].on_order;
      sample.backlog += cell.series[i].backlog;
      sample.forecast += cell.series[i].forecast;
      sample.reorder_point += cell.series[i].reorder_point;
      sample.order_up_to += cell.series[i].order_up_to;
      sample.order_quantity += cell.series[i].order_quantity;
    }
    for (std::size_t i = 0; i < cell.port_series.size(); ++i)
      ports[cell.alternative * cell.port_series.size() + i] += cell.port_series[i];
    for (std::size_t i = 0; i < cell.cause_series.size(); ++i)
      causes[cell.alternative * cell.cause_series.size() + i] += cell.cause_series[i];
    ++cells[cell.alternative];
  }
  std::vector<double> mean(Quantity Sample::*level, double scale = 1.0) const {
    const std::size_t row = sum.size() / cells.size();
    std::vector<double> means;
    for (std::size_t i = 0; i < sum.size(); ++i)
      means.push_back(cells[i / row] > 0 ? scale * count(sum[i].*level) / count(cells[i / row]) : undefined);
    return means;
  }
  std::vector<double> mean(const std::vector<Quantity>& sums) const {
    const std::size_t row = sums.size() / cells.size();
    std::vector<double> means;
    for (std::size_t i = 0; i < sums.size(); ++i)
      means.push_back(cells[i / row] > 0 ? count(sums[i]) / count(cells[i / row]) : undefined);
    return means;
  }
};

}  // namespace restock
