#include "campaign/checks.hpp"

#include "campaign/plan.hpp"
#include "estimate/input_spread.hpp"
#include "input/patch.hpp"
#include "input/words.hpp"
#include "measure/kpi.hpp"
#include "measure/ledger_sum.hpp"
#include "network/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace restock {

namespace {

/// Finds what the checks of the scenario as written name.
class CheckPlanner {
 public:
  CheckPlanner(const std::vector<Variant>& variants, Detail detail, Issues& issues)
      : variants_(variants), detail_(detail), issues_(issues) {}

  std::vector<PlannedCheck> plan() {
    const std::vector<Check>& checks = variants_.front().scenario.expect;
    for (std::size_t c = 0; c < checks.size(); ++c) {
      path_ = fmt::format("expect[{}]", c);
      std::vector<std::string_view> names;
      for (const Variant& variant : variants_) names.push_back(variant.name);
      const std::string_view as_written = names.front();
      for (const std::size_t a : check_names(checks[c].in, names, "alternative", as_written)) plan_in(checks[c], a);
    }
    return std::move(planned_);
  }

 private:
  void plan_in(const Check& check, std::size_t alternative) {
    const Variant& variant = variants_[alternative];
    std::vector<std::string_view> sites, products;
    for (const Site& site : variant.scenario.sites) sites.push_back(site.name);
    for (const Product& product : variant.scenario.products) products.push_back(product.name);
    const auto at = check_names(check.at, sites, "site", {});
    const auto of = check_names(check.product, products, "product", {});
    std::size_t found = planned_.size();
    for (std::size_t s = 0; s < (check.at ? at.size() : 1); ++s)
      for (std::size_t p = 0; p < (check.product ? of.size() : 1); ++p) {
        PlannedCheck planned;
        planned.alternative = alternative;
        if (check.at) planned.site = SiteId(at[s]);
        if (check.product) planned.product = ProductId(of[p]);
        if (is_there(variant, planned)) add(check, variant, std::move(planned));
      }
    const bool named = (!check.at || !at.empty()) && (!check.product || !of.empty());
    if (named && planned_.size() == found)
      refuse(check.at ? check.at->where : check.where, "no_stock",
             fmt::format("no stock is kept there{}",
                         variant.name == base_name ? std::string() : " in alternative " + variant.name),
             "nothing can be measured: name a site that stocks the product, or leave `at` and `product` out");
    else if (named && metrics()[check.index].adds == Adds::pooled && too_coarse(check))
      refuse(check.metric.where, "needs_detail",
             fmt::format("{} at a single place is not recorded at this level of detail", check.metric.name),
             fmt::format("run with --detail {}", check.product ? "stock_point" : "site"));
  }
  bool too_coarse(const Check& check) const {
    if (check.product) return detail_ < Detail::stock_point;
    return check.at && detail_ < Detail::site;
  }
  /// Whether something is measured at the place: stock, or the calls of a port.
  static bool is_there(const Variant& variant, const PlannedCheck& planned) {
    const Layout& layout = variant.compiled.blueprint.layout;
    if (planned.site && !planned.product &&
        std::find(layout.port_site.begin(), layout.port_site.end(), *planned.site) != layout.port_site.end())
      return true;
    for (std::size_t p = 0; p < layout.point_site.size(); ++p)
      if ((!planned.site || layout.point_site[p] == *planned.site) &&
          (!planned.product || layout.point_product[p] == *planned.product))
        return true;
    return false;
  }
  void add(const Check& check, const Variant& variant, PlannedCheck planned) {
    CheckedClaim& claim = planned.claim;
    if (planned.site) claim.site = variant.scenario.sites[planned.site->index()].name;
    if (planned.product) claim.product = variant.scenario.products[planned.product->index()].name;
    claim.text = check_text(check, claim.site, claim.product);
    claim.alternative = variant.name;
    claim.metric = check.index;
    claim.relation = check.relation;
    claim.bound = check.bound;
    claim.line = check.where.line;
    if (check.where.file < variant.scenario.files.size()) claim.file = variant.scenario.files[check.where.file];
    planned_.push_back(std::move(planned));
  }

  /// The places in `names` that a name or glob stands for; what is left out stands for `fallback`, if that is a name.
  std::vector<std::size_t> check_names(const std::optional<Reference>& written,
                                       const std::vector<std::string_view>& names, const char* kind,
                                       std::string_view fallback) {
    const std::string_view wanted = written ? std::string_view(written->name) : fallback;
    std::vector<std::size_t> found;
    if (wanted.empty()) return found;
    for (std::size_t i = 0; i < names.size(); ++i)
      if (names[i] == wanted || (is_glob(wanted) && glob_matches(wanted, names[i]))) found.push_back(i);
    if (found.empty())
      refuse(written->where, fmt::format("unknown_{}", kind),
             is_glob(wanted) ? fmt::format("no {} matches {}", kind, wanted)
                             : fmt::format("there is no {} named {}", kind, wanted),
             hint_among(wanted, names));
    return found;
  }
  void refuse(Where where, std::string code, std::string problem, std::string hint) {
    const std::vector<std::string>& files = variants_.front().scenario.files;
    Issue issue{where.file < files.size() ? files[where.file] : std::string(),
                where.line,
                where.column,
                path_,
                std::move(code),
                std::move(problem),
                std::move(hint)};
    issues_.push_back(std::move(issue));
  }

  const std::vector<Variant>& variants_;
  Detail detail_;
  Issues& issues_;
  std::string path_;
  std::vector<PlannedCheck> planned_;
};

bool covers(const PlannedCheck& check, const Layout& layout, std::size_t point) {
  return (!check.site || layout.point_site[point] == *check.site) &&
         (!check.product || layout.point_product[point] == *check.product);
}

}  // namespace

std::vector<PlannedCheck> plan_checks(const std::vector<Variant>& variants, Detail detail, Issues& issues) {
  return CheckPlanner(variants, detail, issues).plan();
}

CheckValues::CheckValues(const std::vector<PlannedCheck>& checks, std::size_t replications)
    : checks_(&checks), values_(checks.size(), std::vector<double>(replications, undefined)) {}

void CheckValues::see_totals(std::size_t alternative, std::size_t replication, const std::vector<double>& totals) {
  for (std::size_t c = 0; c < checks_->size(); ++c) {
    const PlannedCheck& check = (*checks_)[c];
    if (check.alternative == alternative && !check.at_place()) values_[c][replication] = totals[check.claim.metric];
  }
}

bool CheckValues::looks_at_places(std::size_t alternative) const {
  return std::ranges::any_of(
      *checks_, [&](const PlannedCheck& check) { return check.alternative == alternative && check.at_place(); });
}

void CheckValues::see_places(std::size_t alternative, std::size_t replication, const Record& record,
                             const Layout& layout, Detail detail) {
  if (!looks_at_places(alternative)) return;
  const std::vector<Ledger> points = point_ledgers(record, layout, detail);
  const std::vector<Ledger> sites = site_ledgers(points, record, layout, detail);
  for (std::size_t c = 0; c < checks_->size(); ++c) {
    const PlannedCheck& check = (*checks_)[c];
    if (check.alternative != alternative || !check.at_place()) continue;
    double& value = values_[c][replication];
    if (!check.product) {
      value = metrics()[check.claim.metric].of(sites[check.site->index()]);
      continue;
    }
    Ledger sum;
    for (std::size_t p = 0; p < points.size(); ++p)
      if (covers(check, layout, p)) sum += points[p];
    value = metrics()[check.claim.metric].of(sum);
  }
}

void CheckValues::grow(std::size_t replications) {
  for (std::vector<double>& values : values_) values.resize(replications, undefined);
}

std::vector<CheckedClaim> CheckValues::judged(std::size_t replications, std::size_t resamples) const {
  std::vector<CheckedClaim> claims;
  for (std::size_t c = 0; c < checks_->size(); ++c) {
    CheckedClaim& claim = claims.emplace_back((*checks_)[c].claim);
    claim.value = estimate_over(std::span(values_[c]).first(replications), resamples);
    claim.judgement = judge(claim.value, claim.relation, claim.bound);
    // Of resampled inputs it is observations that are lacking, and not replications.
    if (claim.judgement == Judgement::undecided && resamples == 0)
      claim.enough = replications_to_judge(claim.value, claim.bound);
  }
  return claims;
}

}  // namespace restock
