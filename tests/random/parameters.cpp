// The descriptions of parameters: what a reader is told to refuse.
#include "catch.hpp"
#include "random/distribution.hpp"

#include <set>
#include <string>
#include <vector>

using namespace restock;

namespace {

/// Walks a description as the reader does and keeps what it complains about.
struct Complaints {
  std::vector<std::string> all;
  std::set<std::string> keys;
  void required(std::string_view key, const auto&, std::string_view help) { note(key, help); }
  void optional(std::string_view key, const auto&, std::string_view help) { note(key, help); }
  void check(bool holds, std::string_view message) {
    if (!holds) all.emplace_back(message);
  }
  void note(std::string_view key, std::string_view help) {
    CHECK(keys.emplace(key).second);
    CHECK_FALSE(help.empty());
  }
};

std::vector<std::string> complaints(const Distribution& distribution) {
  Complaints found;
  std::visit([&found]<class D>(const D& one) { D::fields(one, found); }, distribution);
  return found.all;
}

}  // namespace

TEST_CASE("sensible parameters pass") {
  for (const Distribution& distribution : std::vector<Distribution>{
           Constant{{0.0}}, Uniform{{0.0}, {0.0}}, DiscreteUniform{{1.0}, {6.0}}, Triangular{{1.0}, {1.0}, {1.0}},
           Exponential{{0.5}}, Erlang{{2.0}, 4}, Gamma{{2.0}, 0.3}, Weibull{{2.0}, 3.0}, Lognormal{{2.0}, 0.3},
           TruncatedNormal{{-4.0}, {2.0}}, Poisson{{0.0}}, Geometric{{1.0}}, NegativeBinomial{{2.0}, 3.0},
           Empirical{{{1.0}}, {}}}) {
    INFO(name_of(distribution));
    CHECK(complaints(distribution).empty());
  }
}

TEST_CASE("each impossible parameter earns exactly one complaint") {
  const double nan = not_a_number;
  for (const Distribution& distribution : std::vector<Distribution>{Constant{{-1.0}},
                                                                    Constant{{nan}},
                                                                    Uniform{{-1.0}, {2.0}},
                                                                    Uniform{{3.0}, {2.0}},
                                                                    DiscreteUniform{{1.5}, {6.0}},
                                                                    DiscreteUniform{{7.0}, {6.0}},
                                                                    Triangular{{1.0}, {7.0}, {6.0}},
                                                                    Exponential{{0.0}},
                                                                    Erlang{{2.0}, 0},
                                                                    Gamma{{2.0}, 0.0},
                                                                    Gamma{{0.0}, 1.0},
                                                                    Weibull{{2.0}, 0.0},
                                                                    Lognormal{{2.0}, -1.0},
                                                                    TruncatedNormal{{4.0}, {2.0}, {9.0}, {8.0}},
                                                                    TruncatedNormal{{-400.0}, {2.0}},
                                                                    Poisson{{-1.0}},
                                                                    Poisson{{1e10}},
                                                                    Geometric{{0.5}},
                                                                    NegativeBinomial{{2.0}, 2.0},
                                                                    Empirical{{{1.0}, {2.0}}, {1.0}},
                                                                    Empirical{{{1.0}, {-2.0}}, {}},
                                                                    Empirical{{{1.0}}, {0.0}},
                                                                    Empirical{}}) {
    INFO(name_of(distribution));
    CHECK(complaints(distribution).size() == 1);
  }
}

TEST_CASE("every distribution has its own name and says when to choose it") {
  std::set<std::string_view> names;
  const auto look = [&names](std::string_view name, std::string_view summary) {
    CHECK(names.insert(name).second);
    CHECK(summary.find("choose it") != std::string_view::npos);
  };
  [&look]<class... D>(const std::variant<D...>&) { (look(D::name, D::summary), ...); }(Distribution{});
  CHECK(names.size() == std::variant_size_v<Distribution>);
}
