// SIGKILL at moments that nobody chose: what was reported done stays, and the same command again ends with the bits of
// a run that was let alone. Hundreds of trials with RESTOCK_ALL, dozens without; the moments are those of a seed.
#include "faults/faults.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <random>
#include <thread>
#include <vector>

using namespace faults;

namespace {

/// Starts the program in the scratch folder, kills it after so long unless it has ended, and tells how it ended.
int killed_after(std::vector<std::string> arguments, std::chrono::microseconds time) {
  arguments.insert(arguments.begin(), RESTOCK_BINARY);
  std::vector<char*> words;
  for (std::string& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);
  const std::string folder = scratch().string();
  const pid_t child = ::fork();
  if (child == 0) {
    const int nowhere = ::open("/dev/null", O_WRONLY);
    if (::chdir(folder.c_str()) != 0 || ::dup2(nowhere, STDOUT_FILENO) < 0 || ::dup2(nowhere, STDERR_FILENO) < 0)
      ::_exit(99);
    ::execv(words[0], words.data());
    ::_exit(99);
  }
  std::this_thread::sleep_for(time);
  ::kill(child, SIGKILL);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// How long the command takes when it is let alone.
std::chrono::microseconds duration_of(const std::string& command) {
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(restock(command).code == 0);
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
}

}  // namespace

TEST_CASE("killed at any moment: a sweep goes on from what was kept and ends with the same bits") {
  write_file("sweep.yaml", small_sweep());
  forget("plain.h5");
  const auto whole = duration_of("sweep sweep.yaml -q -o plain.h5 --checkpoint 0 --threads 2");
  const std::string plain = digest_of_file("plain.h5");
  std::mt19937_64 moments(20260101);
  const int trials = std::getenv("RESTOCK_ALL") != nullptr ? 600 : 60;
  int kills = 0;
  int finished = 0;
  forget("k.h5");
  for (int trial = 0; trial < trials; ++trial) {
    const auto time = std::chrono::microseconds(moments() % static_cast<std::uint64_t>(whole.count() * 5 / 4));
    const int code =
        killed_after({"sweep", "sweep.yaml", "-q", "-o", "k.h5", "--checkpoint", "0", "--threads", "2"}, time);
    INFO("trial " << trial << ", ended with " << code);
    CHECK((code == 0 || code == 128 + SIGKILL));
    ++(code == 0 ? finished : kills);
    if (!exists("k.h5")) {
      CHECK(code != 0);  // nothing is said to be done that is not there
      continue;
    }
    CHECK(digest_of_file("k.h5") == plain);                                         // what has the name is whole
    if (trial % 3 == 0) REQUIRE(restock("sweep sweep.yaml -q -o k.h5").code == 0);  // tidies up, runs nothing
    forget("k.h5");
  }
  CHECK(kills > trials / 4);
  REQUIRE(restock("sweep sweep.yaml -q -o k.h5").code == 0);
  CHECK(digest_of_file("k.h5") == plain);
}

TEST_CASE(
    "what a killed process left half written beside a result goes when the result is written again, after a while") {
  write_file("sweep.yaml", small_sweep());
  forget("o.h5");
  std::array<char, 256> host{};
  REQUIRE(::gethostname(host.data(), host.size() - 1) == 0);
  const std::string left = std::string(".o.h5.") + host.data() + ".";
  const pid_t dead = ::fork();
  if (dead == 0) ::_exit(0);
  REQUIRE(::waitpid(dead, nullptr, 0) == dead);
  const std::string of_dead = left + std::to_string(dead) + ".0.part", fresh = left + std::to_string(dead) + ".1.part";
  const std::string of_living = left + std::to_string(::getpid()) + ".0.part", strange = left + "x.0.part";
  for (const std::string& name : {of_dead, fresh, of_living, strange}) {
    write_file(name, "half");
    const auto age = std::chrono::hours(name == fresh ? 0 : 1);
    std::filesystem::last_write_time(scratch() / name, std::filesystem::file_time_type::clock::now() - age);
  }
  REQUIRE(restock("sweep sweep.yaml -q -o o.h5").code == 0);
  CHECK_FALSE(exists(of_dead));
  for (const std::string& name : {fresh, of_living, strange}) {
    CHECK(exists(name));
    forget(name);
  }
}

TEST_CASE("killed at any moment: a run leaves its result whole or not at all, and the old one until then") {
  write_file("small.yaml", small_scenario);
  forget("plain.h5");
  const std::string rest = " --set length='1 y' --detail orders";
  const auto whole = duration_of("run small.yaml -q -o plain.h5" + rest);
  const std::string plain = digest_of_file("plain.h5");
  std::mt19937_64 moments(20260102);
  const int trials = std::getenv("RESTOCK_ALL") != nullptr ? 300 : 40;
  for (int trial = 0; trial < trials; ++trial) {
    write_file("k.h5", "precious");
    const auto time = std::chrono::microseconds(moments() % static_cast<std::uint64_t>(whole.count() * 5 / 4));
    const int code = killed_after(
        {"run", "small.yaml", "-q", "-o", "k.h5", "--force", "--set", "length=1 y", "--detail", "orders"}, time);
    INFO("trial " << trial << ", ended with " << code);
    if (text_of(scratch() / "k.h5") == "precious")
      CHECK(code == 128 + SIGKILL);
    else
      CHECK(digest_of_file("k.h5") == plain);
  }
  CHECK(restock("run small.yaml -q -o k.h5 --force" + rest).code == 0);
  CHECK(digest_of_file("k.h5") == plain);
  CHECK_FALSE(exists("k.h5.part"));
}
