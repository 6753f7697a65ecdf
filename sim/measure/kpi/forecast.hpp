// How good forecasts were, one bucket ahead, over the buckets that begin and end in the window.
#pragma once

#include "measure/kpi/kpi.hpp"

#include <cmath>

namespace restock {

struct ForecastMae {
  static constexpr About about{"forecast_mae", "units", "mean absolute error of forecasts one bucket ahead, per bucket",
                               Better::lower, Adds::ratio_of_sums};
  static double of(const Ledger& l) {
    return ratio(to_double(l.forecasts.absolute) / 1000.0, count(l.forecasts.buckets));
  }
};

struct ForecastRmse {
  static constexpr About about{"forecast_rmse", "units",
                               "root of the mean square error of forecasts one bucket ahead, per bucket", Better::lower,
                               Adds::ratio_of_sums};
  static double of(const Ledger& l) {
    return std::sqrt(ratio(to_double(l.forecasts.squared) / 1e6, count(l.forecasts.buckets)));
  }
};

/// Hyndman & Koehler (2006), scaled by the naive forecast's error over the same buckets.
struct ForecastMase {
  static constexpr About about{"forecast_mase", "1",
                               "mean absolute error of forecasts / that of the naive forecast over the same buckets",
                               Better::lower, Adds::ratio_of_sums};
  static double of(const Ledger& l) {
    return ratio(to_double(l.forecasts.absolute) / 1000.0, to_double(l.forecasts.naive));
  }
};

struct ForecastBias {
  static constexpr About about{"forecast_bias", "1",
                               "units forecast above what the planner saw / what he saw; below 0: too little",
                               Better::none, Adds::ratio_of_sums};
  static double of(const Ledger& l) {
    return ratio(to_double(l.forecasts.forecast) / 1000.0 - count(l.forecasts.seen), count(l.forecasts.seen));
  }
};

struct ForecastShortfall {
  static constexpr About about{"forecast_shortfall", "1",
                               "units asked for above the forecast / units asked for, seen or not", Better::lower,
                               Adds::ratio_of_sums};
  static double of(const Ledger& l) {
    return ratio(count(l.forecasts.demanded) - to_double(l.forecasts.forecast) / 1000.0, count(l.forecasts.demanded));
  }
};

}  // namespace restock
