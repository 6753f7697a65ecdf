// One member of the list in disruption/effect.hpp.
#pragma once

#include "core/quantity.hpp"
#include "core/where.hpp"

#include <string>
#include <string_view>

namespace restock {

struct StockLost {
  static constexpr std::string_view name = "stock_lost";
  static constexpr std::string_view summary =
      "as a spell begins, a share of the stock on hand is gone; choose it for fire, flood, a recall, a broken cold "
      "chain";
  Selector at;
  Selector product;
  std::string class_name;
  Share share{1.0};
  bool recorded = true;

  static void fields(auto& self, auto& f) {
    f.required("at", self.at, "sites that hold the stock: a name, a glob or a list");
    f.optional("product", self.product, "products: a name, a glob or a list; default all");
    f.optional("class", self.class_name, "only products of this class");
    f.required("share", self.share, "share of the stock on hand that goes, to the nearest whole unit");
    f.optional("recorded", self.recorded, "whether the record falls with the stock, or nobody notices");
    f.check(self.share.value > 0.0 && self.share.value <= 1.0, "share must lie above 0 and at most at 1");
  }
};

}  // namespace restock
