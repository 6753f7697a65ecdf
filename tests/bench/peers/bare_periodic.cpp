// W1b, W2 and W3: base stock by the period. Demand is seen and ordered up the network, then goods move down it.
#include "bench/peers/bare.hpp"
#include "bench/peers/ring.hpp"
#include "random/variate.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace restock::bench {

namespace {

/// Units on their way to a node by the period in which they come in; a lead time of at most 3.
struct Pipeline {
  std::array<Quantity, 4> slots{};
  Quantity take(Time period) { return std::exchange(slots[static_cast<std::size_t>(period & 3)], 0); }
  void put(Time period, Quantity units) { slots[static_cast<std::size_t>(period & 3)] += units; }
};

struct Node {
  Quantity on_hand = 0;
  Quantity owed = 0;  ///< backorders of whoever is below
  Quantity position = 0;
  Quantity in_transit = 0;  ///< towards it
  Pipeline pipeline{};
  void receive(Time period) {
    const Quantity units = pipeline.take(period);
    on_hand += units;
    in_transit -= units;
  }
  Quantity ship(Quantity most) {
    const Quantity units = std::min(on_hand, most);
    on_hand -= units;
    return units;
  }
  void await(Time period, Quantity units) {
    pipeline.put(period, units);
    in_transit += units;
  }
};

Quantity demand_of(const Spot& spot, std::uint64_t stream, double mean, Time period) {
  Draws draws({spot.seed, spot.replication, stream, Purpose::order_size, static_cast<std::uint64_t>(period)});
  return static_cast<Quantity>(poisson_variate(mean, draws));
}

/// Customers of a period: those who wait come first.
void serve_customers(Node& node, Quantity demand, Facts& facts) {
  facts.demand += demand;
  const Quantity later = node.ship(node.owed);
  const Quantity at_once = node.ship(demand);
  facts.shipped_from_backorder += later;
  facts.filled += at_once;
  node.owed += demand - at_once - later;
}

template <std::size_t Nodes>
Facts run_chain(const Spot& spot, Time length, const std::array<Quantity, Nodes>& levels,
                const std::array<Time, Nodes>& lead) {
  std::array<Node, Nodes> nodes;  // the customers' first
  for (std::size_t i = 0; i < Nodes; ++i) nodes[i].on_hand = nodes[i].position = levels[i];
  Facts facts;
  std::int64_t on_hand = 0;
  std::int64_t backlog = 0;
  std::int64_t in_transit = 0;
  for (Time t = 0; t < length / day; ++t) {
    const Quantity demand = demand_of(spot, spot.stream, 20.0, t);
    std::array<Quantity, Nodes> order;
    Quantity wanted = demand;
    for (std::size_t i = 0; i < Nodes; ++i) {
      nodes[i].position -= wanted;
      order[i] = std::max<Quantity>(0, levels[i] - nodes[i].position);
      nodes[i].position += order[i];
      facts.orders += order[i] > 0 ? 1 : 0;
      wanted = order[i];
    }
    nodes[Nodes - 1].await(t + lead[Nodes - 1], order[Nodes - 1]);
    for (std::size_t i = Nodes; i-- > 1;) {
      nodes[i].receive(t);
      const Quantity want = nodes[i].owed + order[i - 1];
      const Quantity units = nodes[i].ship(want);
      nodes[i].owed = want - units;
      nodes[i - 1].await(t + lead[i - 1], units);
    }
    nodes[0].receive(t);
    serve_customers(nodes[0], demand, facts);
    for (const Node& node : nodes) {
      on_hand += node.on_hand;
      backlog += node.owed;
      in_transit += node.in_transit;
    }
  }
  facts.on_hand = widen(on_hand, day);
  facts.backlog = widen(backlog, day);
  facts.in_transit = widen(in_transit, day);
  return facts;
}

/// Whoever waits at a node of the tree, as first come.
struct Claim {
  std::uint32_t who = 0;
  Quantity units = 0;
};

struct Place : Node {
  Quantity level = 0;
  Time lead = 0;
  std::uint32_t above = 0;
  std::uint32_t first = 0;  ///< successor
  std::uint32_t last = 0;   ///< one past the last
  Quantity order = 0;       ///< of this period
  Quantity awaits = 0;      ///< what the node above owes it
  Ring<Claim> claims{};
};

std::vector<Place> tree() {
  std::vector<Place> places(101);
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    Place& place = places[i];
    place.level = i == 0 ? 1400 : i <= 10 ? 105 : 8;
    place.lead = i == 0 ? 3 : i <= 10 ? 2 : 1;
    place.above = i <= 10 ? 0 : 1 + (i - 11) / 9;
    if (i <= 10) place.first = i == 0 ? 1 : 11 + 9 * (i - 1);
    if (i <= 10) place.last = i == 0 ? 11 : place.first + 9;
    place.on_hand = place.position = place.level;
  }
  return places;
}

/// Sends a successor `units` of what it is owed.
void send(Place& from, Place& to, Quantity units, Time now) {
  from.owed -= units;
  to.awaits -= units;
  to.await(now + to.lead, units);
}

void ship_down(std::vector<Place>& places, Place& from, Time now, Turn turn) {
  for (std::uint32_t i = from.first; i < from.last; ++i) {
    Place& to = places[i];
    from.owed += to.order;
    to.awaits += to.order;
    if (turn == Turn::by_successor)
      send(from, to, from.ship(to.awaits), now);
    else if (to.order > 0)
      from.claims.push({i, to.order});
  }
  while (!from.claims.empty() && from.on_hand > 0) {
    Claim& claim = from.claims.front();
    const Quantity units = from.ship(claim.units);
    send(from, places[claim.who], units, now);
    if ((claim.units -= units) == 0) from.claims.pop();
  }
}

}  // namespace

Facts bare_node(const Spot& spot, Time length) { return run_chain<1>(spot, length, {70}, {3}); }

Facts bare_chain(const Spot& spot, Time length) { return run_chain<4>(spot, length, {28, 24, 22, 44}, {1, 1, 1, 2}); }

Facts bare_tree(const Spot& spot, std::span<const std::uint64_t> streams, Time length, Turn turn) {
  std::vector<Place> places = tree();
  std::vector<Quantity> demand(places.size());
  Facts facts;
  std::int64_t on_hand = 0;
  std::int64_t backlog = 0;
  std::int64_t in_transit = 0;
  for (Time t = 0; t < length / day; ++t) {
    for (std::size_t i = places.size(); i-- > 0;) {
      Place& place = places[i];
      if (i > 10) {
        demand[i] = demand_of(spot, streams[i - 11], 5.0, t);
        place.position -= demand[i];
      }
      place.order = std::max<Quantity>(0, place.level - place.position);
      place.position += place.order;
      facts.orders += place.order > 0 ? 1 : 0;
      if (i > 0) places[place.above].position -= place.order;
    }
    places[0].await(t + places[0].lead, places[0].order);
    for (std::size_t i = 0; i < places.size(); ++i) {
      Place& place = places[i];
      place.receive(t);
      if (i > 10)
        serve_customers(place, demand[i], facts);
      else
        ship_down(places, place, t, turn);
      on_hand += place.on_hand;
      backlog += place.owed;
    }
    for (const Place& place : places) in_transit += place.in_transit;
  }
  facts.on_hand = widen(on_hand, day);
  facts.backlog = widen(backlog, day);
  facts.in_transit = widen(in_transit, day);
  return facts;
}

}  // namespace restock::bench
