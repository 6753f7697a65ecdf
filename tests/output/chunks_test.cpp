// Chunks that are copied as they are compressed: their checksum, and which cells share one.
#include "output/cell_chunks.hpp"
#include "output/raw_chunks.hpp"

#include "catch.hpp"

#include <string_view>

using namespace restock;

TEST_CASE("the checksum of chunks is Fletcher's, high bytes first") {
  const auto of = [](std::string_view text) {
    return fletcher32(reinterpret_cast<const unsigned char*>(text.data()), text.size());
  };
  // By hand: words 0x6162, 0x6364 and, of the odd byte, 0x6500; sums modulo 65535.
  CHECK(of("abcd") == ((((2U * 0x6162U + 0x6364U) % 65535U) << 16U) | (0x6162U + 0x6364U)));
  CHECK(of("abcde") ==
        ((((3U * 0x6162U + 2U * 0x6364U + 0x6500U) % 65535U) << 16U) | ((0x6162U + 0x6364U + 0x6500U) % 65535U)));
  CHECK(of("") == 0U);
}

TEST_CASE("cells that share a chunk are consecutive and every chunk has as many") {
  for (const std::size_t replications : {1, 7, 20, 700, 5000})
    for (const std::size_t alternatives : {1, 3, 10})
      for (const std::size_t stock_points : {1, 30, 5000, 200000}) {
        SweepHeader header;
        header.points = 50;
        header.run.replications = replications;
        header.run.detail = Detail::stock_point;
        header.run.axes.alternatives.resize(alternatives);
        header.run.axes.point_site.resize(stock_points);
        const CellChunk chunk = chunk_of_cells(header);
        INFO(replications << " " << alternatives << " " << stock_points << ": " << chunk.points << " "
                          << chunk.alternatives << " " << chunk.replications);
        CHECK(chunk.cells() >= 1);
        CHECK((chunk.cells() == 1 || chunk.cells() * stock_points <= 8192));
        CHECK(replications % chunk.replications == 0);
        CHECK(alternatives % chunk.alternatives == 0);
        if (chunk.points > 1) CHECK(chunk.alternatives == alternatives);
        if (chunk.alternatives > 1) CHECK(chunk.replications == replications);
      }
}
