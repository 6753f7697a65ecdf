// Bad files, bad places, full disks: a clear reason, and whatever was there before survives.
#include "small_result.hpp"

#include "output/digest.hpp"
#include "output/reader.hpp"

#include <hdf5.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

#if defined(__SANITIZE_ADDRESS__)
// The library forgets some blocks of its own when it gives up on a damaged file.
extern "C" const char* __lsan_default_suppressions() { return "leak:libhdf5"; }  // NOLINT: the name is the sanitizer's
#endif

using namespace restock;
using namespace restock::test;

namespace {

/// The code and message of the ResultError that `act` throws.
template <class Act>
std::string refusal(Act act) {
  try {
    act();
  } catch (const ResultError& error) {
    return error.code + ": " + error.what();
  }
  return "none";
}

std::string finished_result(const char* name) {
  const std::string path = scratch(name);
  SmallRun(Detail::total).write(path);
  return path;
}

/// Changes an attribute of the root with the HDF5 library itself.
void set_attribute(const std::string& path, const char* name, const char* text) {
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
  H5Adelete(file, name);
  if (text != nullptr) {
    const hid_t type = H5Tcopy(H5T_C_S1), space = H5Screate(H5S_SCALAR);
    H5Tset_size(type, std::string(text).size() + 1);
    const hid_t attribute = H5Acreate2(file, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
    H5Awrite(attribute, type, text);
    H5Aclose(attribute);
    H5Sclose(space);
    H5Tclose(type);
  }
  H5Fclose(file);
}

}  // namespace

TEST_CASE("an_existing_result_is_refused_before_anything_is_run_unless_forced") {
  const std::string path = finished_result("existing.h5");
  const std::string before = bytes_of(path);
  CHECK_THAT(refusal([&] { check_destination(path, false); }), Catch::StartsWith("result_exists"));
  CHECK_THAT(refusal([&] { SmallRun(Detail::site).write(path); }), Catch::StartsWith("result_exists"));
  CHECK(bytes_of(path) == before);
  CHECK(refusal([&] { check_destination(path, true); }) == "none");
}

TEST_CASE("a_forced_result_replaces_the_old_one_only_when_it_is_complete") {
  const std::string path = finished_result("forced.h5");
  const std::string before = bytes_of(path);
  const SmallRun run(Detail::site);
  {
    ResultWriter abandoned(path, run.header, true);
    abandoned.write(run.cell(0, 0));
  }
  CHECK(bytes_of(path) == before);
  CHECK_FALSE(std::filesystem::exists(part_of(path)));
  {
    ResultWriter writer(path, run.header, true);
    writer.write(run.cell(0, 0));
    writer.finish(SmallRun::facts());
  }
  CHECK(ResultReader(path).header().detail == Detail::site);
}

TEST_CASE("places_where_no_result_can_go") {
  const std::string file = finished_result("file.h5");
  CHECK_THAT(refusal([&] { check_destination(file + "/x.h5", false); }), Catch::Contains("not a directory"));
  CHECK_THAT(refusal([] { check_destination("/no/such/place/x.h5", false); }), Catch::StartsWith("not_found"));
  CHECK_THAT(refusal([] { check_destination("/tmp", true); }), Catch::StartsWith("is_directory"));
  CHECK_THAT(refusal([] { check_destination("", true); }), Catch::StartsWith("not_found"));
  CHECK_THAT(refusal([] {
               check_destination("/proc/x.h5", false);
               ResultWriter("/proc/x.h5", SmallRun(Detail::total).header, false);
             }),
             !Catch::StartsWith("none"));
}

TEST_CASE("files_that_are_no_results_are_refused_with_the_reason") {
  const std::string missing = scratch("missing.h5");
  CHECK_THAT(refusal([&] { ResultReader reader(missing); }), Catch::StartsWith("not_found"));
  CHECK_THAT(refusal([] { ResultReader reader("/tmp"); }), Catch::StartsWith("is_directory"));
  CHECK_THAT(refusal([] { ResultReader reader("/dev/null"); }), Catch::Contains("not a regular file"));
  const std::string pipe = scratch("pipe.h5");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK_THAT(refusal([&] { ResultReader reader(pipe); }), Catch::Contains("not a regular file"));
  const std::string text = scratch("text.h5");
  std::ofstream(text) << "name: Kettles\n";
  CHECK_THAT(refusal([&] { ResultReader reader(text); }), Catch::Contains("not an HDF5 file"));
  const std::string foreign = scratch("foreign.h5");
  H5Fclose(H5Fcreate(foreign.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
  CHECK_THAT(refusal([&] { ResultReader reader(foreign); }), Catch::Contains("not a result of restock"));
  CHECK_THAT(refusal([&] { digest(foreign); }), Catch::Contains("not a result of restock"));
}

TEST_CASE("an_unfinished_older_or_newer_result_is_refused_and_a_newer_minor_is_read") {
  const std::string path = finished_result("versions.h5");
  set_attribute(path, "schema_version", "2.7");
  CHECK(refusal([&] { ResultReader reader(path); }) == "none");
  set_attribute(path, "schema_version", "3.0");
  CHECK_THAT(refusal([&] { ResultReader reader(path); }), Catch::StartsWith("newer_format"));
  set_attribute(path, "schema_version", "1.0");
  CHECK_THAT(refusal([&] { ResultReader reader(path); }), Catch::StartsWith("older_format"));
  set_attribute(path, "schema_version", "2.0");
  set_attribute(path, "complete", nullptr);
  CHECK_THAT(refusal([&] { ResultReader reader(path); }), Catch::StartsWith("unfinished"));
}

TEST_CASE("a_truncated_or_overwritten_result_gives_a_reason_and_no_crash") {
  const std::string whole = bytes_of(finished_result("whole.h5"));
  const std::string path = scratch("damaged.h5");
  for (std::size_t cut = 1; cut < 40; ++cut) {
    std::ofstream(path, std::ios::binary) << whole.substr(0, whole.size() * cut / 40);
    CHECK_THAT(refusal([&] { ResultReader reader(path); }), !Catch::StartsWith("none"));
  }
  for (std::size_t at = 100; at < whole.size(); at += whole.size() / 40) {
    std::string bad = whole;
    for (std::size_t i = at; i < std::min(at + 64, bad.size()); ++i) bad[i] = static_cast<char>(0xa5);
    std::ofstream(path, std::ios::binary) << bad;
    CHECK_THAT(refusal([&] { ResultReader(path).read(); }), Catch::StartsWith("damaged"));
  }
}

TEST_CASE("any_bit_that_is_not_as_it_was_is_noticed_before_hdf5_meets_it") {
  const std::string whole = bytes_of(finished_result("bits.h5"));
  const std::string path = scratch("flipped.h5");
  std::mt19937_64 random(20260101);
  for (int trial = 0; trial < 1'000; ++trial) {
    std::string bad = whole;
    // In the mark of the seal itself, the last 32 bytes, damage takes the seal off, and the result is whole.
    const std::size_t at = random() % (bad.size() - 32);
    bad[at] = static_cast<char>(bad[at] ^ (1 << random() % 8));
    std::ofstream(path, std::ios::binary) << bad;
    INFO("byte " << at);
    CHECK_THAT(refusal([&] { ResultReader(path).read(); }), Catch::StartsWith("damaged"));
    if (trial % 10 == 0) CHECK_THAT(refusal([&] { digest(path); }), Catch::StartsWith("damaged"));
  }
  for (std::size_t at = whole.size() - 32; at < whole.size(); ++at) {
    std::string bad = whole;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    std::ofstream(path, std::ios::binary) << bad;
    const std::string answer = refusal([&] { ResultReader(path).read(); });
    CHECK((at < whole.size() - 16 ? answer == "none" : answer.starts_with("damaged")));
  }
}

TEST_CASE("who_changes_a_result_by_way_of_hdf5_takes_the_seal_off_and_it_is_read") {
  const std::string path = finished_result("annotated.h5");
  const std::string sealed = bytes_of(path);
  CHECK(sealed.substr(sealed.size() - 32).starts_with("restock: sum 1"));
  set_attribute(path, "remark", "mine");
  CHECK(bytes_of(path).find("restock: sum 1") == std::string::npos);
  CHECK(refusal([&] { ResultReader(path).read(); }) == "none");
}

TEST_CASE("disk_full_is_said_in_words_and_the_previous_result_survives") {
  const std::string path = finished_result("full.h5");
  const std::string before = bytes_of(path);
  for (const rlim_t bytes : {100U, 5'000U, 60'000U, 150'000U}) {  // fails when created, written, flushed or closed
    const pid_t child = ::fork();
    if (child == 0) {  // in a child, because a limit is for ever
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{bytes, bytes};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      const std::string message = refusal([&] {
        const SmallRun run(Detail::orders);
        ResultWriter writer(path, run.header, true);
        for (int i = 0; i < 20'000; ++i) writer.append_orders(0, 0, SmallRun::orders(0));
        writer.finish(SmallRun::facts());
      });
      ::_exit(message.starts_with("file_too_large") && message.ends_with("size limit (ulimit -f)") ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(bytes_of(path) == before);
    CHECK_FALSE(std::filesystem::exists(part_of(path)));
  }
}
