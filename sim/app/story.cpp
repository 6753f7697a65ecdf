#include "app/story.hpp"

#include "input/scalars.hpp"
#include "output/schema.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock {

namespace {

std::string units_text(Quantity units) { return fmt::format("{} unit{}", units, units == 1 ? "" : "s"); }

std::string days_text(Time span) {
  const double days = static_cast<double>(span) / static_cast<double>(day);
  return fmt::format("{:.1f} d", days);
}

class Story {
 public:
  Story(const Variant& variant, const TracedOrder& order) : variant_(variant), order_(order) {}

  std::string text() {
    const OrderRow& row = order_.row;
    const Compiled& compiled = variant_.compiled;
    const Layout& layout = compiled.blueprint.layout;
    out_ = fmt::format("Customer {} of {} at {}: {}\n\n", row.number,
                       compiled.labels.segments[layout.stream_segment[row.stream].index()],
                       compiled.labels.point(layout, layout.stream_point[row.stream]), ending());
    line(row.ordered, "orders " + units_text(row.units));
    for (const FactNote& note : order_.notes) tell(note);
    if (row.outcome == Outcome::open) out_ += "  the run ends, and he waits\n";
    for (std::size_t cause = 0; cause < compiled.labels.causes.size() && cause < shared_cause; ++cause)
      if ((row.causes >> cause & 1U) != 0)
        out_ += (in_mean_time_++ ? ", " : "\nin the meantime: ") + compiled.labels.causes[cause];
    if (in_mean_time_ > 0) out_ += "\n";
    return out_;
  }

 private:
  std::string date(Time at) const { return date_text(variant_.scenario.start_epoch_us + at); }
  void line(Time at, const std::string& what) { out_ += fmt::format("  {}  {}\n", date(at), what); }
  std::string ending() const {
    std::string name(outcome_names[static_cast<std::size_t>(order_.row.outcome)]);
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
  }
  /// Against what he was told last.
  std::string late_by(Time tick) const {
    if (told_ == never) return {};
    if (tick == told_) return ", on the date he was told";
    return fmt::format(", {} {} the date he was told", days_text(tick < told_ ? told_ - tick : tick - told_),
                       tick < told_ ? "before" : "after");
  }

  void tell(const FactNote& note) {
    const std::string units = units_text(note.units);
    switch (note.fact) {
      case Fact::filled:
        return line(note.tick, units + " from stock");
      case Fact::oversold:
        return line(note.tick, units + " sold by the record and not found");
      case Fact::queued:
        return line(note.tick, units + " on backorder");
      case Fact::called:
        return line(note.tick, units + " called from another site");
      case Fact::bought_elsewhere:
        return line(note.tick, units + " taken of something else, or elsewhere");
      case Fact::sold_later:
        return line(note.tick, units + " from stock, at a later visit");
      case Fact::turned_away:
        return line(note.tick, note.at < never ? "nothing there: he will try again " + date(note.at)
                                               : std::string("nothing there: he wants to be told when there is"));
      case Fact::came_back:
        return line(note.tick, "comes again for " + units);
      case Fact::kept_on:
        return line(note.tick, "the seller looks again, and keeps the order on");
      case Fact::overtook:
        return line(note.tick, "has waited long enough: " + units + " come before all others from now on");
      case Fact::sent_back:
        return line(note.tick, units + " sent back");
      case Fact::promised:
        told_ = note.at;
        return line(note.tick,
                    fmt::format("promised for {}: {} to wait", date(note.at), days_text(note.at - note.tick)));
      case Fact::told:
        return news(note);
      case Fact::shipped:
        return line(note.tick, fmt::format("{} shipped, {} after the order{}", units,
                                           days_text(note.tick - order_.row.ordered), late_by(note.tick)));
      case Fact::cancelled_by_customer:
        return line(note.tick, fmt::format("cancels {}{}", units, late_by(note.tick)));
      case Fact::cancelled_by_seller:
        return line(note.tick, fmt::format("the seller cancels {}", units));
      case Fact::lost_out_of_stock:
        return line(note.tick, units + " lost: nothing there and nothing offered");
      case Fact::lost_declined:
        return line(note.tick, units + " lost: he does not want to wait");
      case Fact::lost_discontinued:
        return line(note.tick, units + " lost: the product is not sold any more");
      default:
        return;
    }
  }
  void news(const FactNote& note) {
    std::string change = "as before";
    if (note.at == never) {
      change = "no date is known any more";
    } else if (told_ == never) {
      change = "a date at last";
    } else if (note.at != told_) {
      change = fmt::format("{} {}", days_text(note.at > told_ ? note.at - told_ : told_ - note.at),
                           note.at > told_ ? "later" : "sooner");
    }
    line(note.tick, note.at == never ? "is told: " + change : fmt::format("is told {}: {}", date(note.at), change));
    told_ = note.at;
  }

  const Variant& variant_;
  const TracedOrder& order_;
  std::string out_;
  Time told_ = never;
  int in_mean_time_ = 0;
};

}  // namespace

std::string story_of(const Variant& variant, const TracedOrder& order) { return Story(variant, order).text(); }

}  // namespace restock
