// Goods that are taken for one another: a customer's unit may be another stock point's, whose record does not notice.
#include "engine/replication.hpp"
#include "engine/shelf.hpp"

#include <algorithm>

namespace restock {

void Replication::reset_look_alikes() {
  std::vector<std::uint32_t>& group_of = s_.side.look_alikes;
  group_of.assign(b_.look_alikes.empty() ? 0 : b_.points.size(), none);
  for (std::uint32_t g = 0; g < b_.look_alikes.size(); ++g)
    for (const std::uint32_t point : b_.look_alikes[g].points) group_of[point] = g;
}

const LookAlikes* Replication::look_alikes_of(std::uint32_t point) const {
  if (s_.side.look_alikes.empty() || s_.side.look_alikes[point] == none) return nullptr;
  return &b_.look_alikes[s_.side.look_alikes[point]];
}

/// How many of the units that are picked at his sale are another's, as far as the other has any: they leave there.
Quantity Replication::mispicked(const Customer& customer, Quantity units) {
  const LookAlikes* group = look_alikes_of(customer.point);
  if (group == nullptr) return 0;
  const bool from_shelf = b_.rules(b_.streams[customer.stream]).sees == Sees::shelf;
  const auto own = std::ranges::find(group->points, customer.point) - group->points.begin();
  const auto others = static_cast<double>(group->points.size() - 1);
  Draws draws(luck_.at(b_.streams[customer.stream].who, Purpose::mispick, customer.number));
  Quantity strays = 0;
  for (Quantity unit = 0; unit < units; ++unit) {
    if (draws.uniform() >= group->rate) continue;
    const auto drawn = static_cast<std::ptrdiff_t>(draws.uniform() * others);
    const std::uint32_t other = group->points[static_cast<std::size_t>(drawn < own ? drawn : drawn + 1)];
    if ((from_shelf ? engine::on_shelf(*this, other) : findable(other)) == 0) continue;
    if (from_shelf) engine::take_off_shelf(*this, other, 1, customer.at);
    move_stock(other, -1, 0, customer.at);
    ++s_.error_facts[other].strayed;
    history_.note(b_.points[other].who, Fact::mispicked, customer.at, customer.number, 1);
    ++strays;
  }
  s_.error_facts[customer.point].kept += strays;
  return strays;
}

}  // namespace restock
