// What is packed here rather than by HDF5: its own filters give back what went in, whatever it was.
#include "output/chunk_packer.hpp"

#include "catch.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace restock;

namespace {

std::string scratch(const std::string& name) { return std::string(std::getenv("RESTOCK_TEST_TMP")) + "/" + name; }

/// Numbers of many kinds: noise, one value over and over, counted up, rows that are alike, few different ones, nothing
/// but single bits, and such that the code of some would be too long.
std::uint64_t number(int kind, std::size_t i, std::size_t row, std::mt19937_64& luck) {
  switch (kind) {
    case 0:
      return luck();
    case 1:
      return 0x0102030405060708U;
    case 2:
      return 1'000'000 + i;
    case 3:
      return i % row * 12'345 + (luck() % 50 == 0 ? 1 : 0);
    case 4:
      return luck() % 3;
    case 5:
      return std::uint64_t{1} << luck() % 64;
    default:
      return static_cast<std::uint64_t>(std::countr_zero(luck() | std::uint64_t{1} << 40U));
  }
}

/// Writes the block of all of a dataset and has HDF5 read it.
template <class T>
void check_comes_back(const h5::Place& file, hid_t type, const std::vector<hsize_t>& extent,
                      const std::vector<hsize_t>& chunk, bool checksums, const std::vector<T>& values) {
  h5::Shape shape{extent};
  shape.most_in_chunk = chunk;
  shape.checksums = checksums;
  const h5::Handle dataset = h5::make_dataset(file, "values", type, shape);
  const h5::Chunks chunks = h5::chunks_of(type, shape);
  REQUIRE_FALSE(chunks.size.empty());
  const h5::Block all{std::vector<hsize_t>(extent.size(), 0), extent};
  REQUIRE(ChunkPacker::takes(all, chunks, extent));
  ChunkPacker().write(file, dataset.get(), all, chunks, values.data());
  std::vector<T> read(values.size());
  h5::read_block(file, dataset.get(), all, h5::memory_type<T>(), read.data());
  CHECK(std::memcmp(read.data(), values.data(), values.size() * sizeof(T)) == 0);
  H5Ldelete(file.id, "values", H5P_DEFAULT);
}

}  // namespace

TEST_CASE("chunks_that_are_packed_here_are_read_by_hdf5_as_what_they_were") {
  h5::prepare_library();
  const std::string path = scratch("packed.h5");
  const h5::Handle handle(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT), H5Fclose);
  const h5::Place file{handle.get(), path};
  std::mt19937_64 luck(7);
  const std::vector<std::pair<std::vector<hsize_t>, std::vector<hsize_t>>> shapes{{{1}, {}},
                                                                                  {{3}, {}},
                                                                                  {{100'000}, {}},
                                                                                  {{20, 700}, {7, 0}},
                                                                                  {{9'000, 1}, {1'000}},
                                                                                  {{5, 90, 40}, {2, 30}},
                                                                                  {{3, 4, 50}, {1, 1}},
                                                                                  {{2, 70'000}, {1}},
                                                                                  {{40, 3, 7, 2}, {16, 2, 7, 2}}};
  for (const auto& [extent, chunk] : shapes)
    for (int kind = 0; kind < 7; ++kind) {
      std::size_t count = 1;
      for (const hsize_t n : extent) count *= n;
      std::vector<std::int64_t> eight(count);
      std::vector<std::int32_t> four(count);
      std::vector<std::int8_t> one(count);
      for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t word = number(kind, i, extent.back(), luck);
        std::memcpy(&eight[i], &word, 8);
        std::memcpy(&four[i], &word, 4);
        std::memcpy(&one[i], &word, 1);
      }
      INFO("kind " << kind << ", " << count << " numbers over " << extent.size() << " axes");
      check_comes_back(file, H5T_STD_I64LE, extent, chunk, true, eight);
      check_comes_back(file, H5T_STD_I32LE, extent, chunk, true, four);
      check_comes_back(file, H5T_STD_I8LE, extent, chunk, true, one);
      if (count > 8'192) check_comes_back(file, H5T_STD_I64LE, extent, chunk, false, eight);
    }
}

TEST_CASE("what_a_chunk_has_beyond_the_end_is_what_hdf5_would_have_there") {
  h5::prepare_library();
  const std::string path = scratch("grown.h5");
  const h5::Handle handle(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT), H5Fclose);
  const h5::Place file{handle.get(), path};
  h5::Shape shape{{3}};
  shape.unlimited = shape.nan_fill = true;
  const h5::Handle dataset = h5::make_dataset(file, "values", H5T_IEEE_F64LE, shape);
  const std::vector<double> values{1.0, 2.0, 3.0};
  ChunkPacker().write(file, dataset.get(), {{0}, {3}}, h5::chunks_of(H5T_IEEE_F64LE, shape), values.data());
  const hsize_t more = 5;
  REQUIRE(H5Dset_extent(dataset.get(), &more) >= 0);
  std::vector<double> read(5);
  h5::read_block(file, dataset.get(), {{0}, {5}}, H5T_NATIVE_DOUBLE, read.data());
  CHECK(read[2] == 3.0);
  CHECK(std::isnan(read[3]));
  CHECK(std::isnan(read[4]));
}

TEST_CASE("columns_of_few_different_values_cost_next_to_nothing") {
  Deflater deflater;
  const std::vector<std::int64_t> nothing(65'536, 0);
  CHECK(deflater.pack(nothing.data(), 8, nothing.size(), 1).size() < 700);
  std::vector<std::int64_t> rows(65'536);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<std::int64_t>(i);
  CHECK(deflater.pack(rows.data(), 8, rows.size(), 1).size() < 2'500);
}
