// Reference draws and their hash. The parameters below are part of the identity.
#include "random/numerics.hpp"

#include "core/hash.hpp"
#include "random/distribution.hpp"

#include <vector>

namespace restock {
namespace {

std::vector<Distribution> reference_distributions() {
  return {
      Constant{{3.5}},
      Uniform{{2.0}, {7.0}},
      DiscreteUniform{{2.0}, {17.0}},
      Triangular{{1.0}, {2.0}, {6.0}},
      Exponential{{4.0}},
      Erlang{{6.0}, 3},
      Erlang{{6.0}, 40},
      Gamma{{5.0}, 0.5},
      Gamma{{5.0}, 2.0},
      Weibull{{10.0}, 1.7},
      Lognormal{{8.0}, 0.6},
      TruncatedNormal{{5.0}, {3.0}},
      TruncatedNormal{{1.0}, {1.0}, {3.0}, {9.0}},
      Poisson{{2.5}},
      Poisson{{123.4}},
      Geometric{{2.2}},
      NegativeBinomial{{3.0}, 7.0},
      NegativeBinomial{{80.0}, 900.0},
      Empirical{{{3.0}, {1.0}, {4.0}, {1.5}, {9.0}}, {2.0, 7.0, 1.0, 8.0, 2.8}},
  };
}

constexpr std::uint64_t reference_seed = 20250101;
constexpr std::uint64_t reference_draws = 1000;

void fold_in(std::uint64_t& id, double value) {
  id = fold(id ^ std::bit_cast<std::uint64_t>(value), 0x9e3779b97f4a7c15U) + 0x94d049bb133111ebU;
}

}  // namespace

std::uint64_t numerics_id() {
  std::uint64_t id = hash_name("restock numerics");
  std::uint64_t who = 0;
  for (Distribution& distribution : reference_distributions()) {
    prepare(distribution);
    for (std::uint64_t nth = 0; nth < reference_draws; ++nth) {
      Draws draws({reference_seed, 0, who, Purpose::test, nth});
      fold_in(id, sample(distribution, draws));
    }
    ++who;
  }
  BulkDraws gaps(reference_seed, 0, who, Purpose::test);
  for (std::uint64_t n = 0; n < reference_draws; ++n) fold_in(id, exponential_gap(gaps.word(n)));
  return id;
}

}  // namespace restock
