// Step 4 of build_network: a depth-first walk over stock points finds cycles and an order of flow. The only file that
// opens Boost.Graph.
#include "network/draft.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/depth_first_search.hpp>

#include <algorithm>
#include <utility>

namespace restock {
namespace {

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                 boost::no_property, std::uint32_t, std::uint32_t>;

/// Edges lead downstream: from what feeds to what is fed.
std::vector<std::pair<std::uint32_t, std::uint32_t>> feeding_edges(const Network& network) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  edges.reserve(network.links.size() + network.components.size());
  for (const NetworkLink& link : network.links)
    if (link.from.valid()) edges.emplace_back(link.from.value, link.to.value);
  for (std::uint32_t i = 0; i < network.points.size(); ++i)
    for (const NetworkComponent& component : network.points[i].components.of(network.components))
      edges.emplace_back(component.point.value, i);
  return edges;
}

/// Notes the order in which points are finished (downstream first), and the first cycle met.
struct Walk : boost::default_dfs_visitor {
  std::vector<std::uint32_t>* finished;
  std::vector<std::uint32_t>* path;  ///< from the root of the walk to where it is
  std::vector<std::uint32_t>* cycle;

  Walk(std::vector<std::uint32_t>& f, std::vector<std::uint32_t>& p, std::vector<std::uint32_t>& c)
      : finished(&f), path(&p), cycle(&c) {}
  void discover_vertex(std::uint32_t v, const Graph&) const { path->push_back(v); }
  void finish_vertex(std::uint32_t v, const Graph&) const {
    path->pop_back();
    finished->push_back(v);
  }
  void back_edge(const boost::graph_traits<Graph>::edge_descriptor& edge, const Graph& graph) const {
    if (!cycle->empty()) return;
    const auto start = std::find(path->begin(), path->end(), static_cast<std::uint32_t>(target(edge, graph)));
    cycle->assign(start, path->end());
  }
};

/// `reno → austin → reno (product kettle)`; with several products in it, `works/leg → works/chair → works/leg`.
std::string cycle_text(const Draft& draft, const Network& network, std::vector<std::uint32_t> cycle) {
  std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
  cycle.push_back(cycle.front());
  const ProductId product = network.points[cycle.front()].product;
  const auto same = [&](std::uint32_t v) { return network.points[v].product == product; };
  const bool one_product = std::all_of(cycle.begin(), cycle.end(), same);
  std::string text;
  for (const std::uint32_t v : cycle) {
    if (!text.empty()) text += " → ";
    text += one_product ? draft.scenario->sites[network.points[v].site.index()].name
                        : point_name(*draft.scenario, network, PointId(v));
  }
  return one_product ? text + " (product " + draft.scenario->products[product.index()].name + ")" : text;
}

void complain_of_cycle(Draft& draft, const Network& network, const std::vector<std::uint32_t>& cycle) {
  // Placed at the last-written lane of the cycle: most likely the one that closed it.
  std::uint32_t lane = nothing;
  for (const std::uint32_t v : cycle)
    for (const NetworkLink& link : network.points[v].sources.of(network.links))
      if (link.from.valid() && std::find(cycle.begin(), cycle.end(), link.from.value) != cycle.end())
        lane = lane == nothing ? link.lane.value : std::max(lane, link.lane.value);
  const Site& site = draft.scenario->sites[network.points[cycle.front()].site.index()];
  draft.complain.error(
      lane == nothing ? site.where : draft.scenario->lanes[lane].where,
      lane == nothing ? "sites." + site.name + ".makes" : "lanes." + lane_name(draft.scenario->lanes[lane]), "cycle",
      "goods run in a circle: " + cycle_text(draft, network, cycle),
      "let `product`, `share` or `from` keep one of these off the circle");
}

template <class Visit>
void for_feeders(const Network& network, const NetworkPoint& point, Visit visit) {
  for (const NetworkLink& link : point.sources.of(network.links))
    if (link.from.valid()) visit(link.from.index());
  for (const NetworkComponent& component : point.components.of(network.components)) visit(component.point.index());
}

}  // namespace

void order_points(Draft& draft, Network& network) {
  const auto edges = feeding_edges(network);
  const Graph graph(boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(),
                    static_cast<std::uint32_t>(network.points.size()));
  std::vector<std::uint32_t> finished, path, cycle;
  finished.reserve(network.points.size());
  std::vector<boost::default_color_type> colours(network.points.size());
  boost::depth_first_search(graph, Walk(finished, path, cycle),
                            boost::make_iterator_property_map(colours.begin(), get(boost::vertex_index, graph)));
  if (!cycle.empty()) {
    complain_of_cycle(draft, network, cycle);
    return;
  }
  network.upstream_first.reserve(finished.size());
  for (auto at = finished.rbegin(); at != finished.rend(); ++at) network.upstream_first.emplace_back(*at);
  network.depth.assign(finished.size(), 0);
  network.level.assign(finished.size(), 0);
  for (const PointId id : network.upstream_first)
    for_feeders(network, network.points[id.index()], [&](std::size_t feeder) {
      network.depth[id.index()] = std::max(network.depth[id.index()], network.depth[feeder] + 1);
    });
  for (const std::uint32_t v : finished)
    for_feeders(network, network.points[v], [&](std::size_t feeder) {
      network.level[feeder] = std::max(network.level[feeder], network.level[v] + 1);
    });
}

}  // namespace restock
