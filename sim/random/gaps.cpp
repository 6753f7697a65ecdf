// Two logarithms at a time (SSE2, which every x86-64 has), and two blocks at a time, which hides Philox's latency.
#include "random/gaps.hpp"

namespace restock {
namespace {

using Reals = double __attribute__((vector_size(16)));
using Words = std::uint64_t __attribute__((vector_size(16)));

/// unit_interval: the same numbers by way of [1, 2), as SSE2 cannot convert 64-bit integers.
Reals unit_intervals(Words words) {
  const Words one_to_two = (words >> 12U) | 0x3ff0000000000000U;
  return reinterpret_cast<Reals>(one_to_two) - 1.0 + 0x1p-53;
}

/// math::log_of_normal, its exponent read by way of 2^52.
Reals log_of_normals(Reals x) {
  constexpr std::uint64_t root_half = 0x3fe6a09e00000000U;
  const Words shifted = reinterpret_cast<Words>(x) + (0x3ff0000000000000U - root_half);
  const Words exponent = (shifted >> 52U) | 0x4330000000000000U;
  const Words significand = (shifted & 0x000fffffffffffffU) + root_half;
  return math::log_of_parts(reinterpret_cast<Reals>(significand) - 1.0,
                            reinterpret_cast<Reals>(exponent) - (0x1p52 + 1023.0));
}

void gaps_of_words(const std::array<std::uint64_t, 4>& words, double* gaps) {
  const Reals front = -log_of_normals(unit_intervals(Words{words[0], words[1]}));
  const Reals back = -log_of_normals(unit_intervals(Words{words[2], words[3]}));
  gaps[0] = front[0];
  gaps[1] = front[1];
  gaps[2] = back[0];
  gaps[3] = back[1];
}

}  // namespace

// Flattened, so that words pass from Philox to the logarithms in registers.
[[gnu::flatten]] void gaps_of_block(const Address& at, std::uint64_t block, double* gaps) {
  gaps_of_words(random_block(at, block), gaps);
}

[[gnu::flatten]] void gaps_of_two_blocks(const Address& at, std::uint64_t block, double* gaps, double* next) {
  gaps_of_words(random_block(at, block), gaps);
  gaps_of_words(random_block(at, block + 1), next);
}

}  // namespace restock
