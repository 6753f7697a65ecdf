// Checks: their short notation taken apart, and their bounds read in the unit of the metric.
#include "input/check.hpp"

#include "input/scalars.hpp"
#include "input/words.hpp"
#include "measure/kpi.hpp"

#include <algorithm>
#include <array>

namespace restock {

namespace {

constexpr std::string_view check_form =
    "write METRIC [at SITE] [product PRODUCT] [in ALTERNATIVE] >= VALUE, e.g. fill_rate at shop >= 95 %";

/// A word of a check, or a text in quotes, or an operator; and where it begins.
struct CheckWord {
  std::string text;
  std::size_t offset = 0;
  bool quoted = false;
  bool is_operator() const { return !quoted && std::string_view("<>=!").find(text[0]) != std::string_view::npos; }
  bool is_keyword() const { return !quoted && (text == "at" || text == "product" || text == "in"); }
};

/// nullopt when a quote does not end.
std::optional<std::vector<CheckWord>> words_of_check(std::string_view text) {
  constexpr std::string_view signs = "<>=!", ends = " \t\n\"'<>=!";
  std::vector<CheckWord> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n') {
      ++at;
    } else if (text[at] == '"' || text[at] == '\'') {
      const auto close = text.find(text[at], at + 1);
      if (close == std::string_view::npos) return std::nullopt;
      words.push_back({std::string(text.substr(at + 1, close - at - 1)), begin, true});
      at = close + 1;
    } else if (signs.find(text[at]) != std::string_view::npos) {
      at = std::min(text.find_first_not_of(signs, at), text.size());
      words.push_back({std::string(text.substr(begin, at - begin)), begin, false});
    } else {
      at = std::min(text.find_first_of(ends, at), text.size());
      words.push_back({std::string(text.substr(begin, at - begin)), begin, false});
    }
  }
  return words;
}

/// Takes one check apart; the first complaint ends it.
class CheckSplitter {
 public:
  CheckSplitter(const Node& node, const Path& path, Report& report, Check& check)
      : node_(node), path_(path), report_(report), check_(check) {}

  bool split() {
    const auto words = words_of_check(node_.text);
    if (!words) return refuse(0, {"bad_check", "a quotation mark is not closed", {}});
    words_ = *words;
    if (words_.empty() || words_[0].is_operator() || words_[0].is_keyword())
      return refuse(0, {"bad_check", "the check does not begin with a metric", std::string(check_form)});
    check_.metric = {words_[0].text, place(words_[0].offset)};
    std::size_t at = 1;
    while (at < words_.size() && !words_[at].is_operator())
      if (!part(at)) return false;
    return bound(at);
  }

 private:
  Where place(std::size_t offset) const {
    Where where = node_.where;
    if (where.line > 0) where.column += static_cast<int>(offset) + (node_.quoted ? 1 : 0);
    return where;
  }
  bool refuse(std::size_t offset, const Fault& fault) {
    report_.error(place(offset), path_, fault);
    return false;
  }
  /// `at reno dc`: a keyword and the words up to the next.
  bool part(std::size_t& at) {
    const CheckWord& keyword = words_[at];
    if (!keyword.is_keyword())
      return refuse(keyword.offset, {"bad_check", "`" + keyword.text + "` is not at, product, in, >=, <=, > or <",
                                     std::string(check_form)});
    std::optional<Reference>& into = keyword.text == "at"        ? check_.at
                                     : keyword.text == "product" ? check_.product
                                                                 : check_.in;
    if (into)
      return refuse(keyword.offset, {"bad_check", "`" + keyword.text + "` is given twice",
                                     "if it is part of a name, put the name into quotes"});
    std::string name;
    const std::size_t first = ++at;
    for (; at < words_.size() && !words_[at].is_keyword() && !words_[at].is_operator(); ++at)
      name += (name.empty() ? "" : " ") + words_[at].text;
    if (trimmed(name).empty())
      return refuse(keyword.offset,
                    {"bad_check", "`" + keyword.text + "` is not followed by a name", std::string(check_form)});
    into = Reference{name, place(words_[first].offset)};
    return true;
  }
  bool bound(std::size_t at) {
    if (at >= words_.size())
      return refuse(0, {"bad_check", "the check has no >=, <=, > or <", std::string(check_form)});
    const CheckWord& sign = words_[at];
    const std::array<std::optional<Reference>*, 4> bounds{&check_.at_least, &check_.at_most, &check_.above,
                                                          &check_.below};
    const auto known = std::find(relation_signs.begin(), relation_signs.end(), sign.text);
    if (known == relation_signs.end())
      return refuse(sign.offset,
                    {"bad_check", "`" + sign.text + "` is not >=, <=, > or <",
                     "an estimate equals no number exactly: state what it shall not fall below or exceed"});
    if (at + 1 >= words_.size())
      return refuse(sign.offset, {"bad_check", "the bound is missing", std::string(check_form)});
    const std::size_t from = words_[at + 1].offset;
    *bounds[static_cast<std::size_t>(known - relation_signs.begin())] =
        Reference{std::string(trimmed(std::string_view(node_.text).substr(from))), place(from)};
    return true;
  }

  const Node& node_;
  const Path& path_;
  Report& report_;
  Check& check_;
  std::vector<CheckWord> words_;
};

/// Whether `rest`, what stands behind a number, names the unit: as in tables, or with `per`, or `per d` of money.
bool names_unit(std::string_view rest, std::string_view unit) {
  if (rest == unit) return true;
  const auto slash = unit.find('/');
  if (slash == std::string_view::npos) return false;
  const std::string per = "per " + std::string(unit.substr(slash + 1));
  return rest == per || rest == std::string(unit.substr(0, slash)) + " " + per;
}

bool parse_bound(std::string_view text, const Metric& metric, double& out, Fault& fault) {
  if (metric.unit == "d") {
    Time ticks = 0;
    if (!parse_offset(text, ticks, fault)) return false;
    out = static_cast<double>(ticks) / static_cast<double>(day);
    return true;
  }
  const std::size_t end = std::min(text.find_first_not_of("0123456789.-+eE"), text.size());
  const std::string_view rest = trimmed(text.substr(end));
  if (!parse(text.substr(0, end), out, fault)) {
    fault = {"wrong_type", "`" + std::string(text) + "` is not a number", {}};
    return false;
  }
  if (rest == "%" && metric.unit == "1") {
    out /= 100.0;
  } else if (!rest.empty() && !names_unit(rest, metric.unit)) {
    fault = {"wrong_unit", "`" + std::string(rest) + "` is not the unit of " + std::string(metric.name),
             metric.unit == "1" ? "it has none: write a number, or %"
                                : "it is measured in " + std::string(metric.unit) + ", which may be left out"};
    return false;
  }
  if (metric.takes != Takes::share || (out >= 0.0 && out <= 1.0)) return true;
  fault = {"out_of_range", std::string(metric.name) + " is a share, which lies between 0 and 1",
           rest.empty() && out <= 100.0 && out > 1.0 ? "did you mean " + std::string(text) + " %?" : ""};
  return false;
}

/// In quotes where the short notation would take it apart.
std::string name_in_check(const std::string& name) {
  const auto words = words_of_check(name);
  const bool plain = words && std::none_of(words->begin(), words->end(), [](const CheckWord& word) {
                       return word.quoted || word.is_operator() || word.is_keyword();
                     });
  return plain ? name : (name.find('"') == std::string::npos ? '"' + name + '"' : "'" + name + "'");
}

const std::optional<Reference>& bound_of(const Check& check, Relation relation) {
  switch (relation) {
    case Relation::at_least:
      return check.at_least;
    case Relation::at_most:
      return check.at_most;
    case Relation::above:
      return check.above;
    case Relation::below:
      break;
  }
  return check.below;
}

}  // namespace

bool split_check(const Node& text, const Path& path, Report& report, Check& check) {
  return CheckSplitter(text, path, report, check).split();
}

bool settle_check(const Path& path, Report& report, Check& check) {
  const std::optional<std::size_t> index = metric_index(check.metric.name);
  if (!index) {
    std::vector<std::string_view> known;
    for (const Metric& metric : metrics()) known.push_back(metric.name);
    const std::string_view near = nearest_word(check.metric.name, known);
    report.error(check.metric.where, path,
                 {"unknown_metric", "there is no metric `" + check.metric.name + "`",
                  near.empty() ? "`restock list metrics` names them" : "did you mean " + std::string(near) + "?"});
    return false;
  }
  check.index = *index;
  for (const Relation relation : {Relation::at_least, Relation::at_most, Relation::above, Relation::below})
    if (bound_of(check, relation)) check.relation = relation;
  const Reference& written = *bound_of(check, check.relation);
  Fault fault;
  if (parse_bound(written.name, metrics()[*index], check.bound, fault)) return true;
  report.error(written.where, path, fault);
  return false;
}

std::string check_text(const Check& check, const std::string& site, const std::string& product) {
  std::string text = check.metric.name;
  if (!site.empty()) text += " at " + name_in_check(site);
  if (!product.empty()) text += " product " + name_in_check(product);
  return text + " " + std::string(to_text(check.relation)) + " " + bound_of(check, check.relation)->name;
}

}  // namespace restock
