// Addresses and words: the generator's published answers, and the independence of neighbouring addresses.
#include "catch.hpp"
#include "random/distribution.hpp"

#include <bit>
#include <set>

using namespace restock;

namespace {

/// Share of equal bits over many pairs of words; one half for unrelated ones.
class Agreement {
 public:
  void add(std::uint64_t a, std::uint64_t b) {
    equal_ += std::popcount(~(a ^ b));
    bits_ += 64;
  }
  /// Distance from one half in standard deviations.
  double score() const {
    const double deviation = static_cast<double>(equal_) - 0.5 * static_cast<double>(bits_);
    return std::fabs(deviation) / (0.5 * std::sqrt(static_cast<double>(bits_)));
  }

 private:
  std::int64_t equal_ = 0;
  std::int64_t bits_ = 0;
};

}  // namespace

// Random123, kat_vectors, philox4x64 with 10 rounds: counter, key, result.
TEST_CASE("a block is Random123's published philox4x64-10 answer for its address") {
  struct Known {
    std::array<std::uint64_t, 4> counter;
    std::array<std::uint64_t, 2> key;
    std::array<std::uint64_t, 4> words;
  };
  constexpr std::uint64_t ones = ~std::uint64_t{0};
  const Known known[] = {
      {{0, 0, 0, 0}, {0, 0}, {0x16554d9eca36314cU, 0xdb20fe9d672d0fdcU, 0xd7e772cee186176bU, 0x7e68b68aec7ba23bU}},
      {{ones, ones, ones, ones},
       {ones, ones},
       {0x87b092c3013fe90bU, 0x438c3c67be8d0224U, 0x9cc7d7c69cd777b6U, 0xa09caebf594f0ba0U}},
      {{0x243f6a8885a308d3U, 0x13198a2e03707344U, 0xa4093822299f31d0U, 0x082efa98ec4e6c89U},
       {0x452821e638d01377U, 0xbe5466cf34e90c6cU},
       {0xa528f45403e61d95U, 0x38c72dbd566e9788U, 0xa5a1610e72fd18b5U, 0x57bd43b5e52b7fe6U}},
  };
  for (const Known& k : known) {
    const Address at{k.key[0], k.counter[2], k.key[1], static_cast<Purpose>(k.counter[3]), k.counter[1]};
    CHECK(random_block(at, k.counter[0]) == k.words);
  }
}

TEST_CASE("neighbouring addresses give unrelated words") {
  Agreement nth, who, replication, seed, purpose, block;
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    const Address at{7, 3, 11, Purpose::test, i};
    Address by_who = at, by_replication = at, by_seed = at, by_purpose = at, by_nth = at;
    ++by_nth.nth;
    ++by_who.who;
    ++by_replication.replication;
    ++by_seed.seed;
    by_purpose.why = Purpose::patience;
    const std::uint64_t word = random_block(at, 0)[0];
    nth.add(word, random_block(by_nth, 0)[0]);
    who.add(word, random_block(by_who, 0)[0]);
    replication.add(word, random_block(by_replication, 0)[0]);
    seed.add(word, random_block(by_seed, 0)[0]);
    purpose.add(word, random_block(by_purpose, 0)[0]);
    block.add(word, random_block(at, 1)[0]);
  }
  CHECK(nth.score() < 4.0);
  CHECK(who.score() < 4.0);
  CHECK(replication.score() < 4.0);
  CHECK(seed.score() < 4.0);
  CHECK(purpose.score() < 4.0);
  CHECK(block.score() < 4.0);
}

TEST_CASE("no part of an address stands in for another: sums and swaps do not collide") {
  std::set<std::uint64_t> words;
  std::size_t addresses = 0;
  for (std::uint64_t seed = 0; seed < 4; ++seed)
    for (std::uint64_t replication = 0; replication < 4; ++replication)
      for (std::uint64_t who = 0; who < 4; ++who)
        for (std::uint64_t nth = 0; nth < 4; ++nth)
          for (const Purpose why : {Purpose::arrival_gap, Purpose::patience})
            for (std::uint64_t block = 0; block < 2; ++block, ++addresses)
              words.insert(random_block({seed, replication, who, why, nth}, block)[0]);
  CHECK(words.size() == addresses);
}

TEST_CASE("a sampler that rejects often does not move its neighbour's draws") {
  const Distribution hungry = Gamma{{1.0}, 3.0};
  const Distribution frugal = Constant{{1.0}};
  const auto second_word = [](const Distribution& first) {
    for (std::uint64_t nth = 0; nth < 50; ++nth) {
      Draws draws({1, 2, 3, Purpose::transit, nth});
      sample(first, draws);
    }
    return Draws({1, 2, 3, Purpose::transit, 50}).next();
  };
  CHECK(second_word(hungry) == second_word(frugal));
}

TEST_CASE("the words of one variate run on through its blocks") {
  const Address at{5, 6, 7, Purpose::production, 8};
  Draws draws(at);
  for (std::uint64_t block = 0; block < 5; ++block)
    for (const std::uint64_t word : random_block(at, block)) CHECK(draws.next() == word);
}

TEST_CASE("bulk word n is word n mod 4 of block n div 4, in whatever order it is asked for") {
  BulkDraws forwards(9, 1, 2, Purpose::arrival_gap);
  BulkDraws jumping(9, 1, 2, Purpose::arrival_gap);
  const Address at{9, 1, 2, Purpose::arrival_gap, 0};
  for (std::uint64_t n = 0; n < 64; ++n) CHECK(forwards.word(n) == random_block(at, n / 4)[n % 4]);
  for (std::uint64_t i = 0; i < 64; ++i) {
    const std::uint64_t n = (i * 37) % 64;
    CHECK(jumping.word(n) == random_block(at, n / 4)[n % 4]);
  }
  const std::uint64_t far = (std::uint64_t{1} << 40U) + 3;
  CHECK(jumping.word(far) == random_block(at, far / 4)[3]);
}

TEST_CASE("bulk gap n is the gap of bulk word n to the last bit, walking or jumping") {
  BulkDraws words(9, 1, 2, Purpose::arrival_gap);
  BulkGaps walking(9, 1, 2, Purpose::arrival_gap);
  BulkGaps jumping(9, 1, 2, Purpose::arrival_gap);
  std::uint64_t different = 0;
  for (std::uint64_t n = 0; n < 100'000; ++n) {
    const std::uint64_t elsewhere = (n * 7919) % 100'003;
    if (walking.gap(n) != exponential_gap(words.word(n))) ++different;
    if (jumping.gap(elsewhere) != exponential_gap(words.word(elsewhere))) ++different;
  }
  CHECK(different == 0);
  for (const std::uint64_t n : {99'999U, 99'998U, 99'996U, 99'995U, 3U, 4U, 12U, 0U})
    CHECK(walking.gap(n) == exponential_gap(words.word(n)));
}

TEST_CASE("what is kept of gaps is of him at whom one looks, and the last of them are there again") {
  GapWindow<32> lent;
  const auto at = [](std::uint64_t who) { return Address{9, 1, who, Purpose::arrival_gap, 0}; };
  BulkDraws words[]{{9, 1, 0, Purpose::arrival_gap}, {9, 1, 1, Purpose::arrival_gap}};
  std::uint64_t different = 0;
  for (std::uint64_t n = 0; n < 2'000; ++n) {
    for (const std::uint64_t who : {n / 100 % 2, n % 2}) {
      lent.look_at(at(who));
      for (const std::uint64_t looked_at : {n, n + 3, n + 40, n - n % 32, n})
        if (lent.gap(looked_at) != exponential_gap(words[who].word(looked_at))) ++different;
    }
  }
  CHECK(different == 0);
}

TEST_CASE("a uniform is never 0 and never 1, whatever the word") {
  CHECK(unit_interval(0) > 0.0);
  CHECK(unit_interval(~std::uint64_t{0}) < 1.0);
  CHECK(unit_interval(0) == 1.0 - unit_interval(~std::uint64_t{0}));
  CHECK(exponential_gap(0) < 37.0);
  CHECK(exponential_gap(~std::uint64_t{0}) > 0.0);
}
