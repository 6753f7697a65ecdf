// Known answers that the language cannot express yet, and what it would take. Printed into README.md.
#pragma once

#include <string_view>

namespace restock::theory {

struct Missing {
  std::string_view name, source, expected, what;
};

inline constexpr Missing missing[]{
    {"LS-04", "Zipkin (2008), table 3, row \"optimal\"", "cost 4.04071 (p = 4, L = 1)",
     "a policy that is a table over states; the LS-01 costs lie above these bounds"},
    {"DU-01", "Veeraraghavan & Scheller-Wolf (2008), Operations Research 56, 850", "cost 217.022",
     "a stock point that orders from two suppliers by two rules (dual index)"},
    {"DU-03", "Allon & Van Mieghem (2010), Management Science 56, 110", "backorders 0.0342633",
     "a standing order and an expedited rule at one stock point"},
    {"BW-01", "Chen, Drezner, Ryan & Simchi-Levi (2000), Management Science 46, 436", "Var(q)/Var(D) = 2.92",
     "forecasts (moving average) and orders below zero"},
    {"BW-03", "Chen, Ryan & Simchi-Levi (2000), Naval Research Logistics 47, 269", "Var(q)/Var(D) = 2.6",
     "forecasts (exponential smoothing) and orders below zero"},
    {"BW-05", "Chen, Drezner, Ryan & Simchi-Levi (2000), section 3", "Var(q2)/Var(D) = 5.1216",
     "forecasts and shared demand information"},
    {"W3", "tree of 101 nodes, simulated", "cost 942.746 ± 0.074", "more than eight priority classes at one sender"},
};

}  // namespace restock::theory
