// The network map: the base's sites and lanes, with what its customers got where results keep sites.
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"
#include "output/drawn_network.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace restock::report {

namespace {

constexpr double box_width = 176, box_height = 52, column_step = 290, row_step = 70, map_margin = 4;
constexpr std::size_t box_letters = 20;
constexpr std::size_t most_labelled = 24;  ///< arrows; the times of more would hide each other, and are tips only

/// What happened at a box, means over replications in units; nothing where the result keeps no sites.
struct BoxFacts {
  double demand = 0.0, filled = 0.0, late = 0.0, lost = 0.0, cancelled = 0.0, open = 0.0;
  double internal_demand = 0.0, internal_filled = 0.0, on_hand = 0.0, backlog = 0.0;
  double unserved() const { return demand > 0.0 ? (lost + cancelled) / demand : 0.0; }
};

struct FactSource {
  const char* metric;
  double BoxFacts::*fact;
};
constexpr std::array sources{FactSource{"demand", &BoxFacts::demand},
                             FactSource{"filled", &BoxFacts::filled},
                             FactSource{"shipped_from_backorder", &BoxFacts::late},
                             FactSource{"lost_out_of_stock", &BoxFacts::lost},
                             FactSource{"lost_declined", &BoxFacts::lost},
                             FactSource{"lost_discontinued", &BoxFacts::lost},
                             FactSource{"cancelled_by_customer", &BoxFacts::cancelled},
                             FactSource{"cancelled_by_seller", &BoxFacts::cancelled},
                             FactSource{"open_at_end", &BoxFacts::open},
                             FactSource{"internal_demand", &BoxFacts::internal_demand},
                             FactSource{"internal_filled", &BoxFacts::internal_filled},
                             FactSource{"mean_on_hand", &BoxFacts::on_hand},
                             FactSource{"mean_backlog", &BoxFacts::backlog}};

std::vector<BoxFacts> facts_of_boxes(const Study& study, const DrawnNetwork& network) {
  std::vector<BoxFacts> facts(network.boxes.size());
  const Contestant& base = study.contestants()[0];  // the network that is drawn
  const ResultHeader& header = study.header(base.file);
  if (header.detail < Detail::site) return facts;
  const std::size_t width = header.axes.sites.size();
  for (const FactSource& source : sources) {
    const std::vector<double> cube = study.reader(base.file).sites(source.metric);
    for (const DrawnSite& drawn : network.sites)
      for (std::size_t r = 0; r < header.replications; ++r) {
        const double value =
            cube[(base.index * header.replications + r) * width + static_cast<std::size_t>(drawn.site)];
        if (std::isfinite(value))
          facts[static_cast<std::size_t>(drawn.box)].*source.fact += value / static_cast<double>(header.replications);
      }
  }
  return facts;
}

/// The upper left corner of a box.
std::pair<double, double> corner_of(const DrawnBox& box) {
  return {map_margin + box.column * column_step, map_margin + box.row * row_step};
}

/// An arrow with its label where fewer arrows meet.
void draw_arrow(Drawing& drawing, const DrawnArrow& arrow, const DrawnNetwork& network, bool label_at_end) {
  const bool crowded = network.arrows.size() > most_labelled;
  const DrawnBox &tail = network.boxes[static_cast<std::size_t>(arrow.from)],
                 &tip = network.boxes[static_cast<std::size_t>(arrow.to)];
  const bool forward = tip.column > tail.column;
  const double x1 = corner_of(tail).first + (forward ? box_width : 0),
               x2 = corner_of(tip).first + (forward ? 0 : box_width);
  const double y1 = corner_of(tail).second + box_height / 2, y2 = corner_of(tip).second + box_height / 2;
  const double bend = std::max(40.0, std::abs(x2 - x1) / 2) * (forward ? 1 : -1);
  drawing.path(fmt::format("M{} {}C{} {} {} {} {} {}", px(x1), px(y1), px(x1 + bend), px(y1), px(x2 - bend), px(y2),
                           px(x2), px(y2)),
               crowded ? "lane faint" : "lane", fmt::format("{} to {}: {}", tail.title, tip.title, arrow.label));
  const double side = forward ? 1 : -1;
  drawing.path(fmt::format("M{} {}l{} -4v8z", px(x2), px(y2), px(-8 * side)), "tip");
  if (crowded) return;
  const double t = label_at_end ? 0.8 : 0.2, u = 1.0 - t;
  const double x = u * u * u * x1 + 3 * u * u * t * (x1 + bend) + 3 * u * t * t * (x2 - bend) + t * t * t * x2;
  const double y = (u * u * u + 3 * u * u * t) * y1 + (3 * u * t * t + t * t * t) * y2;
  drawing.text(x, y - 4, arrow.label, Anchor::middle, "soft halo");
}

/// How deep a box is tinted: by the share of its customers' units that were lost or cancelled.
std::string tint_of(const BoxFacts& facts) {
  constexpr std::array steps{0.01, 0.05, 0.10, 0.20};
  const auto above = std::count_if(steps.begin(), steps.end(), [&](double step) { return facts.unserved() >= step; });
  return fmt::format("site m{}", above);
}

std::string service_of(const BoxFacts& facts) {
  if (facts.demand > 0.0) return fmt::format("{:.1f} % at once", 100.0 * facts.filled / facts.demand);
  if (facts.internal_demand > 0.0)
    return fmt::format("{:.1f} % to sites at once", 100.0 * facts.internal_filled / facts.internal_demand);
  return {};
}

void draw_box(Drawing& drawing, const DrawnBox& box, const BoxFacts& facts) {
  const auto [x, y] = corner_of(box);
  const std::string kind(drawn_kinds[static_cast<std::uint8_t>(box.kind)]), service = service_of(facts);
  drawing.rect(x, y, box_width, box_height, tint_of(facts) + " k-" + kind,
               kind + " " + box.title + (service.empty() ? "" : ": " + service));
  drawing.text(x + 9, y + 17, box.title, Anchor::start, "head", box_letters);
  drawing.text(x + 9, y + 33, service.empty() ? box.detail : service, Anchor::start, "soft", 27);
  if (facts.demand <= 0.0) return;
  const Scale share(0.0, 1.0, x + 9, x + box_width - 9);
  double from = 0.0;
  for (const auto& [units, style] :
       {std::pair{facts.filled, "o-filled"}, std::pair{facts.late, "o-late"}, std::pair{facts.lost, "o-lost"},
        std::pair{facts.cancelled, "o-left"}, std::pair{facts.open, "o-open"}}) {
    const double to = from + units / facts.demand;
    if (units > 0.0) drawing.rect(share(from), y + 40, share(to) - share(from), 6, style);
    from = to;
  }
}

std::string map_svg(const DrawnNetwork& network, const std::vector<BoxFacts>& facts) {
  double width = box_width, height = box_height;
  for (const DrawnBox& box : network.boxes) {
    width = std::max(width, corner_of(box).first + box_width);
    height = std::max(height, corner_of(box).second + box_height);
  }
  Drawing drawing(width + map_margin, height + map_margin, "Network",
                  "sites in columns from suppliers to customers, lanes between them; the table below has the numbers");
  std::vector<int> leaving(network.boxes.size(), 0), arriving(network.boxes.size(), 0);
  for (const DrawnArrow& arrow : network.arrows) {
    ++leaving[static_cast<std::size_t>(arrow.from)];
    ++arriving[static_cast<std::size_t>(arrow.to)];
  }
  for (const DrawnArrow& arrow : network.arrows)
    draw_arrow(drawing, arrow, network,
               leaving[static_cast<std::size_t>(arrow.from)] >= arriving[static_cast<std::size_t>(arrow.to)]);
  for (std::size_t b = 0; b < network.boxes.size(); ++b) draw_box(drawing, network.boxes[b], facts[b]);
  return drawing.svg();
}

std::string table_of_boxes(const DrawnNetwork& network, const std::vector<BoxFacts>& facts, bool known) {
  std::vector<std::string> headings{"drawn as", "kind", "holds or supplies"};
  if (known)
    for (const char* heading : {"demand [units]", "at once [%]", "lost [%]", "cancelled [%]", "to sites at once [%]",
                                "on hand [units]", "backlog [units]"})
      headings.emplace_back(heading);
  HtmlTable table("Sites of the network", headings, 3, TableUse::filtered);
  for (std::size_t b = 0; b < network.boxes.size(); ++b) {
    const DrawnBox& box = network.boxes[b];
    const BoxFacts& f = facts[b];
    std::vector<std::string> cells{box.title, std::string(drawn_kinds[static_cast<std::uint8_t>(box.kind)]),
                                   box.detail};
    const auto percent = [](double part, double whole) { return whole > 0.0 ? grouped(100.0 * part / whole, 1) : "–"; };
    if (known)
      for (const std::string& cell :
           {f.demand > 0.0 ? grouped(f.demand, 0) : "–", percent(f.filled, f.demand), percent(f.lost, f.demand),
            percent(f.cancelled, f.demand), percent(f.internal_filled, f.internal_demand), grouped(f.on_hand, 1),
            grouped(f.backlog, 1)})
        cells.push_back(cell);
    table.row(cells);
  }
  return table.text();
}

}  // namespace

std::string map_section(const Study& study) {
  const DrawnNetwork network = read_network(study.reader(0));
  if (network.boxes.empty()) return {};
  const bool known = study.header(0).detail >= Detail::site;
  const std::vector<BoxFacts> facts = facts_of_boxes(study, network);
  const std::string words =
      known ? fmt::format(
                  "Sites and lanes of {} with mean transit times. The bar in a box is what became of its "
                  "customers’ units; the redder the box, the more were lost or cancelled (from 1, 5, 10 and 20 % on).",
                  study.contestants()[0].name)
            : fmt::format(
                  "Sites and lanes of {} with mean transit times. With --detail site the map shows what "
                  "happened where.",
                  study.contestants()[0].name);
  std::string keys;
  if (known)
    keys = legend({{"o-filled", "shipped from stock at once"},
                   {"o-late", "from backorder"},
                   {"o-lost", "lost"},
                   {"o-left", "cancelled"},
                   {"o-open", "open at the end"}});
  return figure("Where it happened", words, keys + map_svg(network, facts), table_of_boxes(network, facts, known));
}

}  // namespace restock::report
