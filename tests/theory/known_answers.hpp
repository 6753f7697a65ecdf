// The tables of known answers, by chapter. Each value is exact to about 8 digits unless it has an uncertainty; where it
// comes from is said in the first comment of the case's scenario.
#pragma once

#include "theory/experiment.hpp"

#include <string_view>
#include <vector>

namespace restock::theory {

using Chapter = std::vector<Case>;

Chapter deterministic();
Chapter continuous_review();
Chapter periodic_review();
Chapter lost_sales();
Chapter impatient_customers();
Chapter production_queues();
Chapter ports();
Chapter disruptions();
Chapter networks();
Chapter moving_demand();
Chapter wrong_records();
Chapter late_information();
Chapter two_places();
Chapter policies();
Chapter rationing();
Chapter two_sources();
Chapter neighbours();
Chapter visits();
Chapter written_policies();
Chapter expiry_and_excess();
Chapter markdowns();
Chapter forecasts();
Chapter set_levels_once_and_again();
Chapter promises();
Chapter peer_workloads();

struct NamedChapter {
  std::string_view name;
  Chapter (*cases)();
};
inline constexpr NamedChapter chapters[]{{"Deterministic", &deterministic},
                                         {"Continuous review", &continuous_review},
                                         {"Periodic review", &periodic_review},
                                         {"Lost sales", &lost_sales},
                                         {"Impatient customers", &impatient_customers},
                                         {"Production lines as servers", &production_queues},
                                         {"Ports", &ports},
                                         {"Disruptions", &disruptions},
                                         {"Networks", &networks},
                                         {"Demand that moves", &moving_demand},
                                         {"Wrong records", &wrong_records},
                                         {"Late information", &late_information},
                                         {"Shelf and back room", &two_places},
                                         {"Policies", &policies},
                                         {"Who gets the stock", &rationing},
                                         {"Two suppliers", &two_sources},
                                         {"Neighbours who lend each other units", &neighbours},
                                         {"Customers who try again, stay away and send goods back", &visits},
                                         {"Policies written by hand", &written_policies},
                                         {"Expediting, expiry and excess", &expiry_and_excess},
                                         {"Prices that are reduced", &markdowns},
                                         {"Forecasts", &forecasts},
                                         {"Levels that are set", &set_levels_once_and_again},
                                         {"Promises", &promises},
                                         {"Workloads shared with other simulators", &peer_workloads}};

}  // namespace restock::theory
