// What brings more customers than usual: the list of the family. Each surge that adds customers adds a stream of its
// own; switched off, it leaves all other customers as they were.
#pragma once

#include "demand/surge/burst.hpp"
#include "demand/surge/promotion.hpp"
#include "demand/surge/regime.hpp"
#include "demand/surge/viral.hpp"

#include <variant>

namespace restock {

using Surge = std::variant<Promotion, Burst, Viral, Regime>;

}  // namespace restock
