// The same bits with the processor's FMA hidden from the C library.
#include "random/numerics.hpp"

#include "catch.hpp"
#include "core/hash.hpp"
#include "random/distribution.hpp"
#include "random/math.hpp"

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <string>

using namespace restock;

namespace {

/// A hash of 20,000 values of each of our functions, over their ranges.
std::uint64_t functions_id() {
  std::uint64_t id = 0;
  const auto add = [&id](double value) { id = hash_fact(id, std::bit_cast<std::uint64_t>(value), 1, 2); };
  for (std::uint64_t n = 0; n < 20'000; ++n) {
    Draws draws({23, 0, 0, Purpose::test, n});
    const double u = draws.uniform();
    const double v = draws.uniform();
    add(own_log(u));
    add(own_log1p(-u));
    add(own_exp(40.0 * (u - 0.5)));
    add(own_pow(3.0 * u, 4.0 * v));
    add(log_gamma(50.0 * u));
    add(normal_quantile(u));
    if (n % 10 != 0) continue;
    add(gamma_p(20.0 * v, 30.0 * u));
    add(gamma_q(0.5, 30.0 * u));
    add(beta_regularized(5.0 * v, 7.0, u));
  }
  return id;
}

std::string identity() { return std::to_string(numerics_id()) + " " + std::to_string(functions_id()); }

/// Runs this very program with `setting` in front of its environment and returns the line marked by the test below.
std::string identity_of_child(const std::string& setting) {
  const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
  const std::string command = setting + " '" + self + "' '[numerics_child]'";
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string output;
  char buffer[512];
  while (std::fgets(buffer, sizeof buffer, pipe) != nullptr) output += buffer;
  REQUIRE(pclose(pipe) == 0);
  const std::string mark = "identity: ";
  const std::size_t at = output.find(mark);
  REQUIRE(at != std::string::npos);
  return output.substr(at + mark.size(), output.find('\n', at) - at - mark.size());
}

}  // namespace

TEST_CASE("print the identity of the arithmetic", "[.][numerics_child]") {
  std::cout << "identity: " << identity() << std::endl;
  CHECK(numerics_id() != 0);
}

TEST_CASE("hiding FMA and AVX2 from the C library changes no bit of a draw or of our functions") {
  CHECK(identity_of_child("GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2,-FMA_Usable,-AVX2_Usable") == identity());
}

TEST_CASE("the identity is that of a fixed set of draws: asked twice, it is the same") {
  CHECK(numerics_id() == numerics_id());
}
