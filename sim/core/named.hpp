// Things with names of their own: `surges: { black-friday: promotion(…) }`.
#pragma once

#include "core/where.hpp"

#include <string>

namespace restock {

template <class T>
struct Named {
  std::string called;
  Where place;
  T what;
};

}  // namespace restock
