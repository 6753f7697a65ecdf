// What bad outcomes are put down to: a bar for each cause, each beginning where the one before it ends, so that they
// add up before the reader's eyes; then which causes make each other worse.
#include "analysis/attribution_table.hpp"
#include "analysis/numbers.hpp"
#include "analysis/report/figures.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace restock::report {

namespace {

constexpr double cause_row = 30, cause_names = 190, cause_words = 190, cause_foot = 40;

/// A bar from `from` to `to`; the interval is that of its length.
struct Bar {
  std::string name, style, words;
  double from = 0.0, to = 0.0, half_width = 0.0;
};

/// Everything that an outcome consists of is in one unit and one number of decimals.
int decimals_of(const AttributedSum& sum) {
  std::vector<Estimate> shown{sum.total, sum.base};
  for (const AttributedPart& part : sum.parts) shown.push_back(part.share);
  return decimals_for(shown);
}

std::string with_percent(const Estimate& e, const std::optional<double>& of_total, int decimals) {
  const std::string text = estimate_text(e, decimals, e.n);
  return of_total ? fmt::format("{} ({:.0f} %)", text, 100.0 * *of_total) : text;
}

/// The largest part first; what prevents comes last.
std::vector<AttributedPart> by_size(const AttributedSum& sum) {
  std::vector<AttributedPart> parts = sum.parts;
  std::stable_sort(parts.begin(), parts.end(), [](const AttributedPart& a, const AttributedPart& b) {
    return a.share.mean.value_or(0.0) > b.share.mean.value_or(0.0);
  });
  return parts;
}

std::vector<Bar> bars_of(const AttributedSum& sum) {
  const int decimals = decimals_of(sum);
  const double base = sum.base.mean.value_or(0.0), total = sum.total.mean.value_or(0.0);
  std::vector<Bar> bars{{"ordinary randomness", "p-base", with_percent(sum.base, sum.base_of_total, decimals), 0.0,
                         base, sum.base.half_width.value_or(0.0)}};
  for (const AttributedPart& part : by_size(sum)) {
    const double share = part.share.mean.value_or(0.0), from = bars.back().to;
    bars.push_back({part.cause, share < 0.0 ? "p-less" : "p-cause", with_percent(part.share, part.of_total, decimals),
                    from, from + share, part.share.half_width.value_or(0.0)});
  }
  bars.push_back({"total", "p-total", estimate_text(sum.total, decimals, sum.total.n), 0.0, total,
                  sum.total.half_width.value_or(0.0)});
  return bars;
}

std::string bar_chart(const AttributedSum& sum, const std::string& heading) {
  const std::vector<Bar> bars = bars_of(sum);
  double low = 0.0, high = 0.0;
  for (const Bar& bar : bars) {
    low = std::min({low, bar.from, bar.to - bar.half_width});
    high = std::max({high, bar.from, bar.to + bar.half_width});
  }
  const double bottom = 8 + cause_row * static_cast<double>(bars.size());
  const PlotArea area{cause_names, page_width - cause_words, 8, bottom};
  const Scale x(low, high, area.left, area.right);
  Drawing drawing(page_width, bottom + cause_foot, heading,
                  "a bar for ordinary randomness and for each cause, each beginning where the one before ends, and the "
                  "total; the table below has the numbers");
  draw_lower_ticks(drawing, area, x, 6);
  drawing.line(x(0.0), area.top, x(0.0), area.bottom, "zero");
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const Bar& bar = bars[i];
    const double top = 8 + cause_row * static_cast<double>(i), middle = top + cause_row / 2;
    drawing.text(cause_names - 10, middle + 4, bar.name, Anchor::end, bar.style == "p-total" ? "head" : "", 28);
    drawing.rect(x(std::min(bar.from, bar.to)), top + 5,
                 std::max(1.0, x(std::max(bar.from, bar.to)) - x(std::min(bar.from, bar.to))), cause_row - 10,
                 bar.style, bar.name + ": " + bar.words);
    if (bar.half_width > 0.0)
      drawing.line(x(bar.to - bar.half_width), middle, x(bar.to + bar.half_width), middle, "reach");
    if (i + 1 < bars.size()) drawing.line(x(bar.to), top + cause_row - 5, x(bar.to), top + cause_row + 5, "reference");
    drawing.text(page_width, middle + 4, bar.words, Anchor::end, bar.style == "p-total" ? "head" : "number");
  }
  drawing.text((area.left + area.right) / 2, bottom + cause_foot - 8, heading, Anchor::middle, "head");
  return drawing.svg();
}

std::string heading_of(const AttributedSum& sum) {
  return sum.unit.empty() ? in_words(sum.outcome) : in_words(sum.outcome) + " [" + sum.unit + "]";
}

std::string parts_table(const AttributedSum& sum) {
  const int decimals = decimals_of(sum);
  const auto percent = [](const std::optional<double>& share) {
    return share ? fmt::format("{:.1f}", 100.0 * *share) : std::string("–");
  };
  HtmlTable table("Shares of " + heading_of(sum), {"cause", "share", "of total [%]", "if only it were gone"});
  table.row({"ordinary randomness", estimate_text(sum.base, decimals, sum.total.n), percent(sum.base_of_total), ""});
  for (const AttributedPart& part : by_size(sum)) {
    Estimate gone = part.alone;
    if (gone.mean) gone.mean = 0.0 - *gone.mean;
    table.row({part.cause, estimate_text(part.share, decimals, sum.total.n), percent(part.of_total),
               estimate_text(gone, decimals, sum.total.n)});
  }
  table.row({"total", estimate_text(sum.total, decimals, sum.total.n), "", ""});
  return table.text();
}

/// Pairs of causes, those that are clear first.
std::string pairs_table(const AttributedSum& sum) {
  std::vector<AttributedPair> pairs = sum.pairs;
  std::erase_if(pairs, [](const AttributedPair& pair) { return !pair.more.mean; });
  if (pairs.empty()) return {};
  std::stable_sort(pairs.begin(), pairs.end(), [](const AttributedPair& a, const AttributedPair& b) {
    return a.is_clear != b.is_clear ? a.is_clear : std::abs(*a.more.mean) > std::abs(*b.more.mean);
  });
  HtmlTable table("Interactions in " + heading_of(sum), {"cause", "and", "together more by", "clear"}, 2,
                  TableUse::sorted);
  for (const AttributedPair& pair : pairs)
    table.row({pair.first, pair.second, estimate_text(pair.more, decimals_of(sum), sum.total.n),
               !pair.is_clear          ? "no"
               : *pair.more.mean > 0.0 ? "more together"
                                       : "less together"});
  return "<h4>Which causes meet</h4><p>By how much two causes do more together than each by itself; below 0 where "
         "either does what both do, near 0 where they never meet.</p>" +
         table.text();
}

/// `Of 812 ± 30 units of lost, strike is answerable for …`.
std::string sentence_on(const AttributedSum& sum) {
  constexpr std::size_t most_told = 3;
  if (!sum.total.mean) return fmt::format("There is no {} to put down to anything.", escaped(in_words(sum.outcome)));
  if (*sum.total.mean == 0.0 && sum.total.half_width.value_or(0.0) == 0.0)
    return fmt::format("{}: none.", in_bold(in_words(sum.outcome)));
  const int decimals = decimals_of(sum);
  const std::string unit = sum.unit.empty() ? "" : " " + sum.unit;
  std::string text = fmt::format("Of {} {}{}", in_bold(in_words(sum.outcome)),
                                 escaped(estimate_text(sum.total, decimals, sum.total.n)), escaped(unit));
  std::size_t told = 0;
  for (const AttributedPart& part : by_size(sum)) {
    const bool clear = part.share.mean && part.share.half_width && std::abs(*part.share.mean) > *part.share.half_width;
    if (!clear || told == most_told) continue;
    text += fmt::format("{} {} {} {}", told == 0 ? "," : " and", in_bold(part.cause),
                        told == 0 ? "is answerable for" : "for",
                        escaped(with_percent(part.share, part.of_total, decimals)));
    ++told;
  }
  if (told == 0) text += " no cause is clearly answerable for any part";
  return text + fmt::format("; ordinary randomness alone leaves {}.",
                            escaped(with_percent(sum.base, sum.base_of_total, decimals)));
}

}  // namespace

std::string attribution_answer(const Attribution& found) {
  const std::vector<AttributedSum> sums = attributed_sums(found);
  std::string text = "<p class=\"answer\">", tiles;
  for (const AttributedSum& sum : sums) {
    text += sentence_on(sum) + " ";
    if (!sum.total.mean) continue;
    const int decimals = decimals_of(sum);
    tiles += fmt::format("<div class=\"tile\"><dt>{}</dt><dd><b>{}</b> {}", escaped(in_words(sum.outcome)),
                         grouped(*sum.total.mean, decimals), escaped(sum.unit));
    if (sum.total.half_width) tiles += fmt::format(" <span>± {}</span>", grouped(*sum.total.half_width, decimals));
    tiles += fmt::format("<span class=\"was\">without any cause {}</span></dd></div>",
                         escaped(estimate_text(sum.base, decimals, sum.total.n)));
  }
  text += fmt::format(
      "</p><p class=\"sure\">{} causes were switched on and off with the same customers in each of {} replications, "
      "over "
      "{}. ± is the half-width of the 95 % interval. Shares are what a cause is answerable for when it is switched off "
      "as the table of causes says, and add up to the total.</p>",
      found.axes.causes.size(), found.replications,
      found.axes.exact ? std::string("all orders of removal")
                       : fmt::format("{} orders of removal drawn in each", 2 * found.axes.permutations));
  return text + "<dl class=\"tiles\" aria-label=\"Outcomes\">" + tiles + "</dl>";
}

std::string attribution_section(const Study& study) {
  std::string text;
  for (std::size_t file = 0; file < study.files(); ++file) {
    const std::optional<Attribution>& found = study.attribution(file);
    if (!found) continue;
    if (study.files() > 1) text += "<h3>" + escaped(study.reader(file).path()) + "</h3>";
    for (const AttributedSum& sum : attributed_sums(*found)) {
      const std::string heading = heading_of(sum);
      text += figure("What " + in_words(sum.outcome) + " is put down to",
                     "Ordinary randomness first, then what each cause adds, up to the total. The thin lines are 95 % "
                     "intervals of the parts; a cause that prevents goes back.",
                     bar_chart(sum, heading), parts_table(sum)) +
              pairs_table(sum);
    }
    HtmlTable off("How causes were switched off", {"cause", "switched off by"}, 2);
    for (std::size_t i = 0; i < found->axes.causes.size(); ++i) off.row({found->axes.causes[i], found->axes.off[i]});
    text += "<h4>How each was switched off</h4>" + off.text();
  }
  return text;
}

}  // namespace restock::report
