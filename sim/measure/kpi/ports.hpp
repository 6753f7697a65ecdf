// Ports and sailings: how long vessels waited, how busy berths were, what did not get on board. Undefined where there
// is no port; at a site: of that port.
#pragma once

#include "measure/kpi/kpi.hpp"

namespace restock {

/// The value where there is a port.
inline double at_ports(double value, const Ledger& l) { return l.berths > 0 ? value : undefined; }

struct PortWait {
  static constexpr About about{"port_wait", "d", "wait of a vessel at anchor, until it berthed or gave up",
                               Better::lower, Adds::ratio_of_sums};
  static double of(const Ledger& l) { return mean_days(l.ports.wait, l.ports.waits); }
};

struct BerthUtilisation {
  static constexpr About about{
      "berth_utilisation", "1",         "share of the berths' time that they were taken", Better::none,
      Adds::ratio_of_sums, Takes::share};
  static double of(const Ledger& l) {
    return ratio(to_double(l.ports.busy), static_cast<double>(l.length) * static_cast<double>(l.berths));
  }
};

struct BerthsOut {
  static constexpr About about{"berths_out",
                               "1",
                               "share of the berths' time that they were out of use: berths lost, or the port shut",
                               Better::lower,
                               Adds::ratio_of_sums,
                               Takes::share};
  static double of(const Ledger& l) {
    return ratio(to_double(l.ports.berths_out), static_cast<double>(l.length) * static_cast<double>(l.berths));
  }
};

struct ShipsInPort {
  static constexpr About about{"ships_in_port", "vessels", "vessels at anchor and at berth", Better::lower, Adds::sum};
  static double of(const Ledger& l) { return at_ports(average(l.ports.queue + l.ports.busy, l), l); }
};

struct PortQueue {
  static constexpr About about{"port_queue", "vessels", "vessels at anchor", Better::lower, Adds::sum};
  static double of(const Ledger& l) { return at_ports(average(l.ports.queue, l), l); }
};

struct Diverted {
  static constexpr About about{"diverted", "vessels",
                               "vessels that went elsewhere: sent on, turned away or out of patience", Better::lower,
                               Adds::sum};
  static double of(const Ledger& l) { return at_ports(count(l.ports.diverted), l); }
};

struct RolledUnits {
  static constexpr About about{"rolled_units", "units", "units left for a later sailing, each time they were",
                               Better::lower, Adds::sum};
  static double of(const Ledger& l) { return count(l.links.rolled); }
};

}  // namespace restock
