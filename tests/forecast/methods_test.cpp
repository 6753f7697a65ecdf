// Every method against figures of R 4.2 (package forecast 8.20, stats), printed to 10 digits or more, or worked out by
// hand: on the series below with the parameters and the initial values that each case names.
#include "forecast/method.hpp"

#include "catch.hpp"

#include <variant>
#include <vector>

using namespace restock;

namespace {

const std::vector<double> rising{28, 31, 25, 37, 40, 33, 44, 47, 39, 52, 55, 49};
const std::vector<double> quarters{30, 42, 51, 35, 33, 47, 58, 39, 37, 50, 63, 44, 40, 56, 69, 47};
const std::vector<double> lumpy{0, 0, 6, 0, 3, 0, 0, 0, 4, 2, 0, 0, 5, 0};

/// A method that has been told of a series, bucket by bucket, and what it said of each one beforehand.
struct Told {
  ForecastMethod method;
  std::vector<double> memory;
  std::int64_t seen = 0;
  std::vector<double> said{};

  explicit Told(ForecastMethod which) : method(which), memory(memory_of(method)) {}
  double ahead(std::int64_t h) const {
    return std::visit([&](const auto& m) { return m.ahead(memory, seen, h); }, method);
  }
  Told& see(const std::vector<double>& series) {
    for (const double units : series) {
      said.push_back(seen > 0 ? ahead(1) : 0.0);
      std::visit([&](const auto& m) { m.see(memory, seen, units); }, method);
      ++seen;
    }
    return *this;
  }
};

void check_from(const Told& told, std::size_t first, const std::vector<double>& expected) {
  for (std::size_t i = 0; i < expected.size(); ++i) {
    INFO("bucket " << first + i);
    CHECK(told.said.at(first + i) == Approx(expected[i]).epsilon(1e-10));
  }
}

}  // namespace

TEST_CASE("naive says what was last") {
  const Told told = Told(Naive{}).see(rising);
  check_from(told, 1, {28, 31, 25, 37, 40, 33, 44, 47, 39, 52, 55});
  CHECK(told.ahead(1) == 49.0);
  CHECK(told.ahead(7) == 49.0);
}

TEST_CASE("a moving average is of what there is, then of the last n") {
  const Told told = Told(MovingAverage{3}).see(rising);
  check_from(told, 1, {28.0, 29.5, 28.0, 31.0, 34.0, 110.0 / 3.0, 39.0});  // by hand
  CHECK(told.ahead(1) == 52.0);
}

TEST_CASE("simple smoothing as R's ses(alpha = 0.3, initial = simple)") {
  const Told told = Told(Ses{0.3}).see(rising);
  check_from(
      told, 1,
      {28.0, 28.9, 27.73, 30.511, 33.3577, 33.25039, 36.475273, 39.6326911, 39.44288377, 43.210018639, 46.7470130473});
  CHECK(told.ahead(1) == Approx(47.42290913311).epsilon(1e-10));
}

TEST_CASE("double smoothing as R's HoltWinters(alpha = 0.4, beta = 0.2, gamma = FALSE)") {
  const Told told = Told(Holt{0.4, 0.2, 1.0}).see(rising);
  check_from(told, 2,
             {34.0, 32.68, 37.0336, 41.083072, 40.06610944, 44.1706431488, 48.0597119221760, 46.4683762324275,
              51.1561047199842, 55.4762534349195});
  CHECK(told.memory[0] == Approx(52.88575206095171).epsilon(1e-12));
  CHECK(told.memory[1] == Approx(2.26449032813542).epsilon(1e-12));
  CHECK(told.ahead(3) == Approx(59.6792230453580).epsilon(1e-12));
}

TEST_CASE("a damped trend as R's ets(AAN, damped; alpha 0.4, beta 0.08 = 0.4 · 0.2, phi 0.9) from its own beginning") {
  Told told(Holt{0.4, 0.2, 0.9});
  told.memory = {22.54651686035739, 3.86820513460261};
  told.seen = 2;  // the level and the trend are known
  told.see(rising);
  check_from(
      told, 0,
      {26.0279014814997, 30.0919781412600, 33.4682779857094, 32.1830327673126, 36.3485006794394, 40.0868212758906,
       38.7917904150745, 42.6357932237455, 46.2803458993683, 44.5530056034754, 49.1343052161040, 53.3451648227198});
  CHECK(told.ahead(1) == Approx(52.9723705501477).epsilon(1e-12));
  CHECK(told.ahead(3) == Approx(55.3069850827897).epsilon(1e-12));
}

TEST_CASE("seasons that add as R's hw(alpha = 0.3, beta = 0.1, gamma = 0.2, initial = simple)") {
  const Told told = Told(HoltWinters{4, Seasonal::additive, 0.3, 0.1, 0.2, 1.0}).see(quarters);
  check_from(told, 8,
             {37.1193401881689, 50.1208636629352, 60.0911464385159, 45.0405672841394, 41.6218679719409,
              54.1760950558964, 65.3978615559578, 49.8482919411860});
  CHECK(told.ahead(1) == Approx(45.7996915985638).epsilon(1e-12));
  CHECK(told.ahead(2) == Approx(59.6069662007193).epsilon(1e-12));
  CHECK(told.ahead(4) == Approx(52.6540773293573).epsilon(1e-12));
}

TEST_CASE("seasons that multiply as R's hw(seasonal = multiplicative)") {
  const Told told = Told(HoltWinters{4, Seasonal::multiplicative, 0.3, 0.1, 0.2, 1.0}).see(quarters);
  check_from(told, 8,
             {35.4540207856596, 51.0721647754404, 62.6364246047017, 43.5063824115300, 39.3073424369934,
              55.3927864155651, 68.9220051482901, 47.8276988713234});
  CHECK(told.ahead(1) == Approx(42.8397619377649).epsilon(1e-12));
  CHECK(told.ahead(4) == Approx(51.0329443838282).epsilon(1e-12));
}

TEST_CASE("until two seasons have been seen, the forecast is the mean so far") {
  const Told told = Told(HoltWinters{4}).see({30, 42, 51, 35, 33, 47, 58});
  check_from(told, 1, {30.0, 36.0, 41.0, 39.5, 38.2, 238.0 / 6.0});
}

TEST_CASE("a season without demand leaves a multiplicative one alone") {
  const Told told = Told(HoltWinters{2, Seasonal::multiplicative}).see({0, 0, 0, 0, 0, 5, 0, 4});
  CHECK(told.ahead(1) >= 0.0);
  CHECK(told.ahead(1) < 10.0);
}

TEST_CASE("Croston's method as R's croston(alpha = 0.2)") {
  const Told told = Told(Croston{0.2}).see(lumpy);
  check_from(told, 3,
             {2.0, 2.0, 1.92857142857143, 1.92857142857143, 1.92857142857143, 1.92857142857143, 1.68421052631579,
              1.70820668693009, 1.70820668693009, 1.70820668693009, 1.69899467770550});
  CHECK(told.said[2] == 0.0);  // nothing has been asked for yet
}

TEST_CASE("sba is Croston's forecast less half of alpha (Syntetos & Boylan 2005, equation 3)") {
  const Told told = Told(Sba{0.2}).see(lumpy);
  CHECK(told.ahead(1) == Approx(0.9 * 1.69899467770550).epsilon(1e-12));
}

TEST_CASE("tsb smooths the probability in every bucket (Teunter, Syntetos & Babai 2011, equation 1), by hand") {
  const Told told = Told(Tsb{0.2, 0.1}).see(lumpy);
  CHECK(told.said[2] == 0.0);
  CHECK(told.said[3] == Approx(6.0 / 3.0));
  CHECK(told.said[4] == Approx(6.0 * 0.3));           // 1/3 − 0.1 · 1/3
  CHECK(told.said[5] == Approx(5.4 * 0.37));          // size 6 − 0.2 · 3, probability 0.3 + 0.1 · 0.7
  CHECK(told.said[8] == Approx(5.4 * 0.37 * 0.729));  // three empty buckets
  CHECK(told.ahead(1) == told.ahead(9));
}
